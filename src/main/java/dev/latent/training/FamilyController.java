package dev.latent.training;

import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
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
    private final FamilyDefaults defaults;

    FamilyController(FamilyDefaults defaults) {
        this.defaults = defaults;
    }

    @GetMapping
    Page<FamilyView> list(
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return Page.ofAll(ModelFamilies.all(), PageRequest.of(limit, cursor), family -> family.id())
                .map(FamilyView::of);
    }

    /**
     * A family, with the defaults of its paper; with {@code dataset}, or {@code datasetA} and {@code datasetB}, those
     * that a training job gets on this data.
     */
    @GetMapping("/{id}")
    FamilyView get(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String dataset,
            @RequestParam(required = false) @Nullable String datasetA,
            @RequestParam(required = false) @Nullable String datasetB) {
        ModelFamily<?> family = ModelFamilies.find(id).orElseThrow(() -> Problem.notFound("There is no family " + id));
        FamilyDefaults.Data data = new FamilyDefaults.Data(dataset, datasetA, datasetB);
        return data.isNamed() ? FamilyView.of(family, defaults.plan(family, data)) : FamilyView.of(family);
    }
}
