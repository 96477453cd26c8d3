package dev.latent.training.http;

import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.paging.Page;
import dev.latent.paging.PageQuery;
import dev.latent.problem.Problem;
import dev.latent.training.request.FamilyDefaults;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The kinds of model that can be trained: what each can do, which paper it follows, and what can be set. */
@RestController
@RequestMapping("/v1/families")
@Tag(name = "Families")
class FamilyController {
    private final FamilyDefaults defaults;

    FamilyController(FamilyDefaults defaults) {
        this.defaults = defaults;
    }

    /**
     * Lists the families of models. Each says what its models can do, what they minimize, and, as a JSON Schema, which
     * hyperparameters a training job may set.
     */
    @GetMapping
    Page<FamilyView> listFamilies(@ParameterObject PageQuery page) {
        return Page.ofAll(ModelFamilies.all(), page.request(), family -> family.id())
                .map(FamilyView::of);
    }

    /**
     * Shows a family. Its defaults are those of its paper; with {@code dataset}, or {@code datasetA} and
     * {@code datasetB}, they are those that a training job gets on this data.
     */
    @GetMapping("/{family}")
    FamilyView getFamily(@PathVariable("family") String id, @ParameterObject FamilyDefaults.Data data) {
        ModelFamily<?> family = ModelFamilies.find(id).orElseThrow(() -> Problem.notFound("There is no family " + id));
        return data.isNamed() ? FamilyView.of(family, defaults.of(family, data)) : FamilyView.of(family);
    }
}
