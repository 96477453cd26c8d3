package dev.latent.family.lsgan;

import static dev.latent.nn.engine.NativeOperations.scaled;

import ai.djl.ndarray.NDArray;
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
import dev.latent.family.adversarial.AdversarialStep.Rules;
import dev.latent.family.adversarial.GanLayout;
import dev.latent.nn.layer.ImageNetworks.Style;
import dev.latent.nn.layer.Weights;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A GAN whose discriminator is fitted to labels by least squares, so that samples on the right side of its boundary, but
 * far from it, are still drawn near (Mao 2017). Networks of DCGAN's kind, as in the paper; beyond it an average of G's
 * weights is served by default ({@code emaDecay} 0 serves the last ones).
 */
public final class LeastSquaresGan implements ModelFamily<LsganHyperparameters> {
    private static final FamilyProfile PROFILE = new FamilyProfile(
            "lsgan",
            "Least squares GAN",
            "min_D ½ E (D(x) − b)² + ½ E (D(G(z)) − a)², min_G ½ E (D(G(z)) − c)²",
            "Mao, Li, Xie, Lau, Wang & Smolley: Least squares generative adversarial networks (2017)",
            EnumSet.of(Operation.GENERATE, Operation.INTERPOLATE),
            new TrainingDefaults(8, 64, 6000));

    private static final int SMALLEST_SIDE = 4;

    @Override
    public FamilyProfile profile() {
        return PROFILE;
    }

    @Override
    public LsganHyperparameters defaults() {
        return LsganHyperparameters.DEFAULTS;
    }

    @Override
    public LsganHyperparameters defaultsFor(DataShape data) {
        return data.sample().isImage() ? defaults() : LsganHyperparameters.FOR_VECTORS;
    }

    @Override
    public List<Violation> check(LsganHyperparameters h, DataShape data) {
        return h.networks().check(data);
    }

    @Override
    public int batchesPerStep(LsganHyperparameters h) {
        return h.discriminatorSteps();
    }

    @Override
    public Set<Augmentation> augmentations() {
        return EnumSet.allOf(Augmentation.class);
    }

    @Override
    public GenerativeModel build(LsganHyperparameters h, DataShape data, Weights.Source weights) {
        GanLayout layout =
                GanLayout.of(h.networks(), data.sample(), h.latentDim(), Style.DCGAN_DISCRIMINATOR, SMALLEST_SIDE);
        return new AdversarialNetworks(layout, h.options(), weights);
    }

    @Override
    public TrainingStep trainingStep(GenerativeModel model, LsganHyperparameters h, DataShape data) {
        return AdversarialStep.byAdam(
                (AdversarialNetworks) model,
                loss(h.coding()),
                new Rules(h.discriminatorSteps(), h.options().instanceNoise(), h.reuseFakes()),
                h.adam().settings(),
                h.options().emaDecay());
    }

    /** min_D ½ E (D(x) − b)² + ½ E (D(G(z)) − a)² and min_G ½ E (D(G(z)) − c)² (eq. 2). */
    static AdversarialLoss loss(Coding coding) {
        return AdversarialLoss.of(
                (real, fake) -> scaled(distance(real, coding.b()).add(distance(fake, coding.a())), 0.5),
                fake -> scaled(distance(fake, coding.c()), 0.5));
    }

    /** E (D − label)². */
    private static NDArray distance(NDArray judged, int label) {
        return judged.sub((float) label).square().mean();
    }
}
