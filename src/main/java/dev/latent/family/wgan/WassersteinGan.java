package dev.latent.family.wgan;

import dev.latent.family.Augmentation;
import dev.latent.family.DataShape;
import dev.latent.family.FamilyProfile;
import dev.latent.family.FamilyProfile.TrainingDefaults;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ModelFamily;
import dev.latent.family.Operation;
import dev.latent.family.TrainingStep;
import dev.latent.family.adversarial.AdversarialStep;
import dev.latent.family.adversarial.AdversarialStep.Rules;
import dev.latent.family.adversarial.GanLayout;
import dev.latent.family.adversarial.Players;
import dev.latent.nn.layer.ImageNetworks.Normalized;
import dev.latent.nn.layer.ImageNetworks.Style;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.training.Adam;
import dev.latent.nn.training.Optimizer;
import dev.latent.nn.training.RmsProp;
import dev.latent.nn.training.TrainableNetwork;
import dev.latent.nn.training.WeightClipping;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * A GAN whose critic estimates the Wasserstein distance (Arjovsky 2017; with a gradient penalty Gulrajani 2017). Beyond
 * the papers, an average of G's weights is served by default ({@code emaDecay} 0.999), and for images the critic is
 * updated as often as G, at ten times their rate: it keeps up, and G gets further in the same time ({@code criticSteps}
 * 5 and {@code learningRate} 1e-4 are Gulrajani's).
 */
public final class WassersteinGan implements ModelFamily<WganHyperparameters> {
    private static final FamilyProfile PROFILE = new FamilyProfile(
            "wgan",
            "Wasserstein GAN",
            "min_G max_D E D(x) − E D(G(z)), D 1-Lipschitz",
            "Arjovsky, Chintala & Bottou: Wasserstein generative adversarial networks (2017); Gulrajani et al.:"
                    + " Improved training of Wasserstein GANs (2017)",
            EnumSet.of(Operation.GENERATE, Operation.INTERPOLATE, Operation.CRITIC_SCORE),
            new TrainingDefaults(6, 64, 5000));

    private static final int SMALLEST_SIDE = 4;

    @Override
    public FamilyProfile profile() {
        return PROFILE;
    }

    @Override
    public WganHyperparameters defaults() {
        return WganHyperparameters.GRADIENT_PENALTY;
    }

    @Override
    public WganHyperparameters defaultsFor(DataShape data) {
        return data.sample().isImage() ? defaults() : defaults().forVectors();
    }

    @Override
    public WganHyperparameters defaultsFor(DataShape data, JsonNode given) {
        boolean clips = given.path("lipschitz").asString("").equals(Lipschitz.CLIP.id());
        return clips ? defaultsFor(data).clipping() : defaultsFor(data);
    }

    @Override
    public List<Violation> check(WganHyperparameters h, DataShape data) {
        return h.networks().check(data);
    }

    @Override
    public int batchesPerStep(WganHyperparameters h) {
        return h.criticSteps();
    }

    @Override
    public Set<Augmentation> augmentations() {
        return EnumSet.allOf(Augmentation.class);
    }

    @Override
    public GenerativeModel build(WganHyperparameters h, DataShape data, Weights.Source weights) {
        // Clipping would leave next to nothing of fitted weights, nor of a normalization's scales.
        Style critic =
                h.lipschitz() == Lipschitz.CLIP ? Style.DCGAN_DISCRIMINATOR.normalized(Normalized.NONE) : Style.CRITIC;
        GanLayout layout = GanLayout.of(h.networks(), data.sample(), h.latentDim(), critic, SMALLEST_SIDE);
        return new WganNetworks(layout, h.options(), weights);
    }

    @Override
    public TrainingStep trainingStep(GenerativeModel model, WganHyperparameters h, DataShape data) {
        WganNetworks networks = (WganNetworks) model;
        boolean clips = h.lipschitz() == Lipschitz.CLIP;
        Function<Weights, Optimizer> optimizer = clips
                ? weights -> new RmsProp(weights, h.adam().learningRate())
                : weights -> new Adam(weights, h.adam().settings());
        Players players = new Players(
                new TrainableNetwork(networks.generatorWeights(), optimizer),
                new TrainableNetwork(networks.discriminatorWeights(), clips ? clipped(optimizer, h) : optimizer),
                h.options().emaDecay());
        return new AdversarialStep(
                networks,
                new WassersteinLoss(clips ? 0 : h.gradientPenaltyWeight()),
                players,
                new Rules(h.criticSteps(), h.options().instanceNoise(), h.reuseFakes()));
    }

    private static Function<Weights, Optimizer> clipped(Function<Weights, Optimizer> optimizer, WganHyperparameters h) {
        return weights -> new WeightClipping(optimizer.apply(weights), weights, h.clipValue());
    }
}
