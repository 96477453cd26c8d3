package dev.latent.inference;

import dev.latent.exchange.SampleBodies;
import dev.latent.exchange.body.SampleBody;
import dev.latent.exchange.body.SampleFormat;
import dev.latent.inference.engine.LoadedModels;
import dev.latent.inference.operation.Generation;
import dev.latent.inference.operation.SampleQuery;
import dev.latent.inference.operation.Selection;
import dev.latent.inference.operation.VersionAndSeed;
import dev.latent.registry.ModelRegistry;
import dev.latent.sample.SampleData;
import dev.latent.sample.ValueRange;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Measures inside the service's process, without HTTP; the answers are calls a second. */
@RestController
class InProcess {
    private static final SampleQuery ONE = new SampleQuery(1L, List.of());

    private final ModelRegistry registry;
    private final Generation generation;
    private final LoadedModels models;

    InProcess(ModelRegistry registry, Generation generation, LoadedModels models) {
        this.registry = registry;
        this.generation = generation;
        this.models = models;
    }

    /** As the controller does it, up to one sample. */
    @GetMapping("/bench/generation")
    double generation(String model, int clients, double seconds) throws Exception {
        return Calls.perSecond(clients, seconds, () -> () -> generation.generate(asked(model, null), ONE));
    }

    /** DJL's own: a predictor for each client, one forward of some rows a call. */
    @GetMapping("/bench/predictor")
    double predictor(String model, int clients, int rows, double seconds) throws Exception {
        try (LoadedModels.Use use = models.use(asked(model, 1L).version())) {
            return Calls.perSecond(
                    clients, seconds, () -> new PredictorCalls(use.model().model(), rows));
        }
    }

    /** The encoder alone, on one sample. */
    @GetMapping("/bench/png")
    double png(String model, double seconds) throws Exception {
        SampleData sample = generation.generate(asked(model, 1L), ONE);
        SampleBody body = new SampleBody(sample, ValueRange.PIXELS, null);
        return Calls.perSecond(1, seconds, () -> () -> SampleBodies.write(body, SampleFormat.PNG));
    }

    private VersionAndSeed asked(String model, Long seed) {
        return VersionAndSeed.of(registry, model, new Selection(null, seed));
    }
}
