package dev.latent.family.adversarial;

import ai.djl.ndarray.NDArray;
import dev.latent.family.Generates;
import dev.latent.family.GenerativeModel;
import dev.latent.family.network.Labels;
import dev.latent.family.network.Layout;
import dev.latent.nn.layer.Conditioning;
import dev.latent.nn.layer.Initializer;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.LayerDescription;
import dev.latent.nn.layer.Linear;
import dev.latent.nn.layer.Weights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** G and D (or a critic). Inside, pixels lie in [−1,1]; {@link #generate} answers in [0,1]. */
public class AdversarialNetworks implements GenerativeModel, Generates {
    private static final Initializer SMALL = Initializer.normal(0, 0.02);

    private final GanLayout layout;
    private final Weights generatorWeights;
    private final Weights discriminatorWeights;
    private final Labels labels;
    private final SymmetricRange range;
    private final Layer generator;
    private final Layer features;
    private final Layer score;
    private final Layer logits;
    private final @Nullable Layer projection;

    public AdversarialNetworks(GanLayout layout, AdversarialOptions options, Weights.Source weights) {
        this.layout = layout;
        this.labels = new Labels(layout.classes());
        this.range = new SymmetricRange(layout.shape());
        this.generatorWeights = options.generators(weights).network();
        this.discriminatorWeights = options.discriminators(weights).network();
        generator = layout.generator()
                .decoder(generatorWeights, layout.latentDim() + (long) layout.classes(), range.activation());
        Layout.Features below = layout.discriminator().features(discriminatorWeights, layout.classes());
        boolean projects = layout.conditioning() == LabelConditioning.PROJECTION;
        features = projects ? discriminatorWeights.inFloat32(below.layers()) : below.layers();
        score = Layer.chain(List.of(layout.discriminator().output(discriminatorWeights, below, 1), Layer.squeezed()));
        logits = Layer.chain(List.of(features, score));
        projection = projects
                ? discriminatorWeights.inFloat32(
                        Linear.unbiased(discriminatorWeights, "projection", layout.classes(), below.width(), SMALL))
                : null;
    }

    /** G(z given y): pixels in [−1,1], or standardized columns. */
    public NDArray fake(NDArray z, @Nullable NDArray y) {
        return generator.apply(labels.join(z, y, true));
    }

    /**
     * D(x given y), {@code [n]}: a logit, or a critic's unbounded value. With projection it is ψ(φ(x)) + yᵀVφ(x) (Miyato &
     * Koyama 2018, eq. 3).
     *
     * @param x as {@link #fake} gives it
     */
    public NDArray discriminate(NDArray x, @Nullable NDArray y) {
        NDArray given = labels.join(x, y, layout.discriminator().flat());
        if (projection == null || y == null) {
            return logits.apply(given);
        }
        NDArray phi = features.apply(given);
        NDArray projected = projection.apply(Conditioning.oneHot(y, layout.classes()));
        return score.apply(phi).add(projected.mul(phi).sum(new int[] {1}));
    }

    /** Whether, in training, D(x) depends on what x is shown with. */
    public boolean discriminatesByBatch() {
        return layout.discriminator().seesBatches();
    }

    /** From [0,1] to what the networks see. */
    public NDArray inside(NDArray x) {
        return range.inside(x);
    }

    public Weights generatorWeights() {
        return generatorWeights;
    }

    public Weights discriminatorWeights() {
        return discriminatorWeights;
    }

    @Override
    public Map<String, Weights> networks() {
        Map<String, Weights> networks = new LinkedHashMap<>();
        networks.put("generator", generatorWeights);
        networks.put("discriminator", discriminatorWeights);
        return networks;
    }

    @Override
    public Map<String, LayerDescription> structure() {
        return Map.of("generator", range.outside(generator.description()), "discriminator", discriminator());
    }

    private LayerDescription discriminator() {
        return projection == null
                ? logits.description()
                : new LayerDescription.Projected(features.description(), score.description(), projection.description());
    }

    @Override
    public int latentDimension() {
        return layout.latentDim();
    }

    @Override
    public boolean conditional() {
        return layout.classes() > 0;
    }

    @Override
    public NDArray generate(NDArray z, @Nullable NDArray y) {
        return range.outside(fake(z, y));
    }
}
