package dev.latent.family.discogan;

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
import dev.latent.family.adversarial.UnpairedLoss;
import dev.latent.family.adversarial.UnpairedNetworks;
import dev.latent.family.adversarial.UnpairedStep;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.training.Losses;
import dev.latent.sample.SampleShape;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Discovers relations between two domains: CycleGAN's scheme with encoder–decoder generators, squared distances and the
 * loss of Goodfellow 2014 (Kim 2017).
 *
 * <p>It follows the paper (algorithm in section 2, appendix). Of what the authors' code does beyond it, the small weight
 * decay is taken; feature matching, the reconstruction weight that changes after 10,000 steps, and two updates of the
 * generators for one of the discriminators are not.
 */
public final class DiscoGan implements ModelFamily<DiscoGanHyperparameters> {
    private static final FamilyProfile PROFILE = new FamilyProfile(
            "discogan",
            "DiscoGAN",
            "two GANs A→B and B→A + λ (d(F(G(a)), a) + d(G(F(b)), b)), d the mean squared error",
            "Kim, Cha, Kim, Lee & Kim: Learning to discover cross-domain relations with generative adversarial networks"
                    + " (2017)",
            EnumSet.of(Operation.TRANSLATE),
            new TrainingDefaults(4, 64, 3000));

    private static final int NO_IMAGE_POOL = 0;

    @Override
    public FamilyProfile profile() {
        return PROFILE;
    }

    @Override
    public DiscoGanHyperparameters defaults() {
        return DiscoGanHyperparameters.DEFAULTS;
    }

    @Override
    public DiscoGanHyperparameters defaultsFor(DataShape data) {
        if (!(data.sample() instanceof SampleShape.Image image)) {
            return defaults().forVectors();
        }
        return image.channels() == 1 ? defaults() : defaults().forColor();
    }

    @Override
    public List<Violation> check(DiscoGanHyperparameters h, DataShape data) {
        return h.networks().check(data);
    }

    @Override
    public Set<Augmentation> augmentations() {
        return EnumSet.allOf(Augmentation.class);
    }

    @Override
    public GenerativeModel build(DiscoGanHyperparameters h, DataShape data, Weights.Source weights) {
        return new UnpairedNetworks(new EncoderDecoder(h.networks(), data.sample()), h.options(), weights);
    }

    @Override
    public TrainingStep trainingStep(GenerativeModel model, DiscoGanHyperparameters h, DataShape data) {
        UnpairedLoss loss = new UnpairedLoss(
                adversarialLoss(h.labelSmoothing()),
                Losses::meanSquaredError,
                "reconstructionLoss",
                h.reconstructionWeight(),
                0);
        return new UnpairedStep(
                (UnpairedNetworks) model, loss, h.adam().settings(h.weightDecay()), h.options(), NO_IMAGE_POOL);
    }

    /** −E log D(x) − E log(1 − D(G(z))) for D, and −E log D(G(z)) for G (section 2). */
    static AdversarialLoss adversarialLoss(double smoothing) {
        return AdversarialLoss.of(
                (real, fake) -> smoothed(crossEntropyAsReal(real).add(crossEntropyAsFake(fake)), real, smoothing),
                fake -> crossEntropyAsReal(fake));
    }
}
