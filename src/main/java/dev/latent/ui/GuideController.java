package dev.latent.ui;

import dev.latent.problem.Problem;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** The documents of {@code docs/} as pages. */
@Controller
@Hidden
class GuideController {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final GuidePages pages;

    GuideController(GuidePages pages) {
        this.pages = pages;
    }

    @GetMapping({"/guide", "/guide/"})
    ResponseEntity<String> contents() {
        return page(GuidePages.CONTENTS);
    }

    @GetMapping("/guide/{name:[a-z0-9-]+}")
    ResponseEntity<String> page(@PathVariable String name) {
        return ResponseEntity.ok()
                .contentType(HTML)
                .body(pages.find(name).orElseThrow(() -> Problem.notFound("the guide has no page '" + name + "'")));
    }

    @GetMapping(value = "/guide/family/{name:[a-z0-9-]+}")
    ResponseEntity<String> family(@PathVariable String name) {
        return page("family/" + name);
    }

    @GetMapping(value = "/guide/pictures/{name:[a-z0-9-]+\\.png}", produces = MediaType.IMAGE_PNG_VALUE)
    @ResponseBody
    Resource picture(@PathVariable String name) {
        return pages.picture(name).orElseThrow(() -> Problem.notFound("the guide has no picture '" + name + "'"));
    }
}
