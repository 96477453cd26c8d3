package dev.latent.family.gan;

import dev.latent.family.DataShape;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ModelFamily;
import dev.latent.family.Operation;
import dev.latent.family.TrainingStep;
import dev.latent.family.adversarial.AdversarialNetworks;
import dev.latent.family.adversarial.AdversarialStep;
import dev.latent.family.adversarial.GanLayout;
import dev.latent.nn.layer.Weights;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Two networks that play against each other (Goodfellow 2014).
 *
 * <p>The game is the paper's. By default the players are of today: ReLU, Adam, and for images batch normalisation in G,
 * without which it keeps to a few kinds of samples, where the paper has maxout and dropout in D, momentum and grey
 * sigmoids; noise lies on what D sees of images, without which the rarest class thins out ({@code instanceNoise} 0 has
 * none); and an average of G's weights is served ({@code emaDecay} 0 serves the last ones).
 */
public final class Gan implements ModelFamily<GanHyperparameters> {
    @Override
    public String id() {
        return "gan";
    }

    @Override
    public String title() {
        return "GAN";
    }

    @Override
    public String minimises() {
        return "min_G max_D E log D(x) + E log(1 − D(G(z)))";
    }

    @Override
    public String paper() {
        return "Goodfellow et al.: Generative adversarial nets (2014)";
    }

    @Override
    public Set<Operation> operations() {
        return EnumSet.of(Operation.GENERATE, Operation.INTERPOLATE);
    }

    @Override
    public GanHyperparameters defaults() {
        return GanHyperparameters.DEFAULTS;
    }

    @Override
    public GanHyperparameters defaultsFor(DataShape data) {
        return data.sample().isImage() ? defaults() : GanHyperparameters.FOR_VECTORS;
    }

    @Override
    public TrainingDefaults trainingDefaults() {
        return new TrainingDefaults(20, 64);
    }

    @Override
    public List<Violation> check(GanHyperparameters h, DataShape data) {
        return h.networks().check(data);
    }

    @Override
    public GenerativeModel build(GanHyperparameters h, DataShape data, Weights.Source weights) {
        return new AdversarialNetworks(GanLayout.of(h.networks(), data.sample(), h.latentDim()), h.options(), weights);
    }

    @Override
    public TrainingStep trainingStep(GenerativeModel model, GanHyperparameters h, DataShape data) {
        return AdversarialStep.minimax((AdversarialNetworks) model, h.game(), h.adam(), h.options());
    }
}
