package dev.latent.training;

import dev.latent.family.ModelFamilies;
import dev.latent.paging.Page;
import dev.latent.paging.PageRequest;
import dev.latent.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells which families there are and what each takes. */
@RestController
@RequestMapping("/v1/families")
class FamilyController {
    @GetMapping
    Page<FamilyView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Page.ofAll(ModelFamilies.all(), PageRequest.of(limit, cursor), family -> family.id())
                .map(FamilyView::of);
    }

    @GetMapping("/{id}")
    FamilyView get(@PathVariable String id) {
        return ModelFamilies.find(id)
                .map(FamilyView::of)
                .orElseThrow(() -> Problem.notFound("There is no family " + id));
    }
}
