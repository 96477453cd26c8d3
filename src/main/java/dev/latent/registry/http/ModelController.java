package dev.latent.registry.http;

import dev.latent.paging.Page;
import dev.latent.paging.PageQuery;
import dev.latent.paging.PageRequest;
import dev.latent.registry.Model;
import dev.latent.registry.ModelRegistry;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was trained: a model is a name, its versions never change, and aliases stand for one of them. */
@RestController
@RequestMapping("/v1/models")
@Tag(name = "Models")
class ModelController {
    private final ModelRegistry registry;

    ModelController(ModelRegistry registry) {
        this.registry = registry;
    }

    /** Lists the models by name. Each says what its latest version can do. */
    @GetMapping
    Page<Model> listModels(@ParameterObject PageQuery query) {
        PageRequest page = query.request();
        String after = page.after() == null ? "" : page.after();
        return Page.ofFound(registry.models(after, page.limit() + 1), page, Model::name);
    }

    /** Shows a model. It says which version is the latest, and which the aliases stand for. */
    @GetMapping("/{model}")
    Model getModel(@PathVariable String model) {
        return registry.find(model);
    }

    /**
     * Deletes a model with all its versions. One that has aliases, or that jobs start from, goes only with
     * {@code force=true}.
     *
     * @param force deletes it although aliases or jobs need it
     * @throws dev.latent.problem.Problem 409 if it has aliases, or a job starts from it
     */
    @DeleteMapping("/{model}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteModel(@PathVariable String model, @RequestParam(defaultValue = "false") boolean force) {
        registry.delete(model, force);
    }
}
