package dev.latent.family.gan;

import static dev.latent.family.adversarial.AdversarialLoss.smoothed;
import static dev.latent.nn.training.Losses.crossEntropyAsFake;
import static dev.latent.nn.training.Losses.crossEntropyAsReal;

import dev.latent.family.Augmentation;
import dev.latent.family.DataShape;
import dev.latent.family.FamilyProfile;
import dev.latent.family.FamilyProfile.TrainingDefaults;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ModelFamily;
import dev.latent.family.Operation;
import dev.latent.family.TrainingStep;
import dev.latent.family.adversarial.AdversarialLoss;
import dev.latent.family.adversarial.AdversarialNetworks;
import dev.latent.family.adversarial.AdversarialStep;
import dev.latent.family.adversarial.GanLayout;
import dev.latent.family.adversarial.MinimaxHyperparameters;
import dev.latent.nn.layer.Weights;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Two networks that play against each other (Goodfellow 2014).
 *
 * <p>The game is the paper's. By default the players are of today: ReLU, Adam, and for images batch normalization in G,
 * without which it keeps to a few kinds of samples, where the paper has maxout and dropout in D, momentum and gray
 * sigmoids; noise lies on what D sees of images, without which the rarest class thins out ({@code instanceNoise} 0 has
 * none); and an average of G's weights is served ({@code emaDecay} 0 serves the last ones).
 */
public final class Gan implements ModelFamily<GanHyperparameters> {
    private static final FamilyProfile PROFILE = new FamilyProfile(
            "gan",
            "GAN",
            "min_G max_D E log D(x) + E log(1 − D(G(z)))",
            "Goodfellow et al.: Generative adversarial nets (2014)",
            EnumSet.of(Operation.GENERATE, Operation.INTERPOLATE),
            new TrainingDefaults(20, 64, 8000));

    @Override
    public FamilyProfile profile() {
        return PROFILE;
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
    public List<Violation> check(GanHyperparameters h, DataShape data) {
        return h.networks().check(data);
    }

    @Override
    public int batchesPerStep(GanHyperparameters h) {
        return h.game().discriminatorSteps();
    }

    @Override
    public Set<Augmentation> augmentations() {
        return EnumSet.allOf(Augmentation.class);
    }

    @Override
    public GenerativeModel build(GanHyperparameters h, DataShape data, Weights.Source weights) {
        return new AdversarialNetworks(GanLayout.of(h.networks(), data.sample(), h.latentDim()), h.options(), weights);
    }

    @Override
    public TrainingStep trainingStep(GenerativeModel model, GanHyperparameters h, DataShape data) {
        return AdversarialStep.byAdam(
                (AdversarialNetworks) model,
                loss(h.game()),
                h.game().rules(h.options()),
                h.adam().settings(),
                h.options().emaDecay());
    }

    /**
     * min_G max_D E log D(x) + E log(1 − D(G(z))) (eq. 1), D being the sigmoid of its logit; what G minimizes in its stead
     * by default is −E log D(G(z)) (section 3).
     */
    static AdversarialLoss loss(MinimaxHyperparameters game) {
        return AdversarialLoss.of(
                (real, fake) ->
                        smoothed(crossEntropyAsReal(real).add(crossEntropyAsFake(fake)), real, game.labelSmoothing()),
                fake -> game.generatorLoss().of(fake));
    }
}
