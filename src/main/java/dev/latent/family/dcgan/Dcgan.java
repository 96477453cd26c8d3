package dev.latent.family.dcgan;

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
import dev.latent.family.network.Architecture;
import dev.latent.family.network.Layout;
import dev.latent.family.network.NetworkSize;
import dev.latent.nn.layer.ImageNetworks.Style;
import dev.latent.nn.layer.Weights;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The GAN of convolutions: strided ones down, fractionally-strided ones up, batch normalization in both networks
 * (Radford 2016). Codes are normal here, uniform there. By default the learning rate is four times the paper's, which
 * reached as much on colored digits in half the epochs, and an average of G's weights is served; {@code learningRate}
 * 2e-4 and {@code emaDecay} 0 are the paper's.
 */
public final class Dcgan implements ModelFamily<DcganHyperparameters> {
    private static final FamilyProfile PROFILE = new FamilyProfile(
            "dcgan",
            "DCGAN",
            "min_G max_D E log D(x) + E log(1 − D(G(z))), G and D all-convolutional",
            "Radford, Metz & Chintala: Unsupervised representation learning with deep convolutional generative"
                    + " adversarial networks (2016)",
            EnumSet.of(Operation.GENERATE, Operation.INTERPOLATE),
            new TrainingDefaults(8, 64, 6000));

    /** As in the paper: a score that is linear in larger maps does not see whether an image's parts belong together. */
    private static final int SMALLEST_SIDE = 4;

    @Override
    public FamilyProfile profile() {
        return PROFILE;
    }

    @Override
    public DcganHyperparameters defaults() {
        return DcganHyperparameters.DEFAULTS;
    }

    @Override
    public List<Violation> check(DcganHyperparameters h, DataShape data) {
        return data.sample().isImage()
                ? List.of()
                : List.of(new Violation(
                        "", "the dataset must be of images for a dcgan; for vectors there are gan and wgan"));
    }

    @Override
    public int batchesPerStep(DcganHyperparameters h) {
        return h.game().discriminatorSteps();
    }

    @Override
    public Set<Augmentation> augmentations() {
        return EnumSet.allOf(Augmentation.class);
    }

    @Override
    public GenerativeModel build(DcganHyperparameters h, DataShape data, Weights.Source weights) {
        NetworkSize size = new NetworkSize(Architecture.CONV, List.of(), h.channels());
        GanLayout layout = new GanLayout(
                new Layout(size, data.sample(), Style.DCGAN_GENERATOR, 0, SMALLEST_SIDE),
                new Layout(size, data.sample(), Style.DCGAN_DISCRIMINATOR, 0, SMALLEST_SIDE),
                h.latentDim());
        return new AdversarialNetworks(layout, h.options(), weights);
    }

    @Override
    public TrainingStep trainingStep(GenerativeModel model, DcganHyperparameters h, DataShape data) {
        return AdversarialStep.byAdam(
                (AdversarialNetworks) model,
                loss(h.game()),
                h.game().rules(h.options()),
                h.adam().settings(),
                h.options().emaDecay());
    }

    /** min_G max_D E log D(x) + E log(1 − D(G(z))) (Goodfellow 2014, eq. 1), D being the sigmoid of its logit. */
    static AdversarialLoss loss(MinimaxHyperparameters game) {
        return AdversarialLoss.of(
                (real, fake) ->
                        smoothed(crossEntropyAsReal(real).add(crossEntropyAsFake(fake)), real, game.labelSmoothing()),
                fake -> game.generatorLoss().of(fake));
    }
}
