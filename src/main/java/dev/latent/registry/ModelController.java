package dev.latent.registry;

import dev.latent.paging.Page;
import dev.latent.paging.PageRequest;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/v1/models")
@Tag(name = "Models")
class ModelController {
    private final ModelRegistry registry;

    ModelController(ModelRegistry registry) {
        this.registry = registry;
    }

    /** All models by name. */
    @GetMapping
    Page<Model> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit, cursor);
        String after = page.after() == null ? "" : page.after();
        return Page.ofFound(registry.models(after, page.limit() + 1), page, Model::name);
    }

    /** What a model's name stands for. */
    @GetMapping("/{model}")
    Model get(@PathVariable String model) {
        return registry.find(model);
    }

    /** Deletes a model with all its versions; one that has aliases or that jobs start from only with {@code force=true}. */
    @DeleteMapping("/{model}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String model, @RequestParam(defaultValue = "false") boolean force) {
        registry.delete(model, force);
    }
}
