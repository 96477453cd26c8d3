package dev.latent.family.cyclegan;

import dev.latent.family.Augmentation;
import dev.latent.family.DataShape;
import dev.latent.family.FamilyProfile;
import dev.latent.family.FamilyProfile.TrainingDefaults;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ModelFamily;
import dev.latent.family.Operation;
import dev.latent.family.TrainingStep;
import dev.latent.family.adversarial.AdversarialLoss;
import dev.latent.family.adversarial.UnpairedLayout;
import dev.latent.family.adversarial.UnpairedLoss;
import dev.latent.family.adversarial.UnpairedNetworks;
import dev.latent.family.adversarial.UnpairedStep;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.training.Losses;
import dev.latent.sample.SampleShape;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Translates between two domains, from unpaired samples of each, so that there and back is the same (Zhu 2017). */
public final class CycleGan implements ModelFamily<CycleGanHyperparameters> {
    private static final FamilyProfile PROFILE = new FamilyProfile(
            "cyclegan",
            "CycleGAN",
            "two GANs A→B and B→A + λ (‖F(G(a)) − a‖₁ + ‖G(F(b)) − b‖₁) + λ′ (‖F(a) − a‖₁ + ‖G(b) − b‖₁)",
            "Zhu, Park, Isola & Efros: Unpaired image-to-image translation using cycle-consistent adversarial networks"
                    + " (2017)",
            EnumSet.of(Operation.TRANSLATE),
            new TrainingDefaults(1, 16, 3000));

    private static final int SMALLEST_SIDE = 8;

    @Override
    public FamilyProfile profile() {
        return PROFILE;
    }

    @Override
    public CycleGanHyperparameters defaults() {
        return CycleGanHyperparameters.DEFAULTS;
    }

    @Override
    public List<Violation> check(CycleGanHyperparameters h, DataShape data) {
        boolean large = data.sample() instanceof SampleShape.Image image
                && Math.min(image.height(), image.width()) >= SMALLEST_SIDE;
        return large
                ? List.of()
                : List.of(new Violation(
                        "",
                        "the dataset must be of images with sides of at least " + SMALLEST_SIDE + " for a cyclegan"
                                + "; discogan takes vectors"));
    }

    @Override
    public Set<Augmentation> augmentations() {
        return EnumSet.allOf(Augmentation.class);
    }

    @Override
    public GenerativeModel build(CycleGanHyperparameters h, DataShape data, Weights.Source weights) {
        return new UnpairedNetworks(new Networks((SampleShape.Image) data.sample(), h), h.options(), weights);
    }

    @Override
    public TrainingStep trainingStep(GenerativeModel model, CycleGanHyperparameters h, DataShape data) {
        UnpairedLoss loss = new UnpairedLoss(
                leastSquares(h.labelSmoothing()),
                Losses::meanAbsoluteError,
                "cycleConsistencyLoss",
                h.cycleWeight(),
                h.identityWeight());
        return new UnpairedStep((UnpairedNetworks) model, loss, h.adam().settings(), h.options(), h.imagePoolSize());
    }

    /**
     * ½ E (D(x) − 1)² + ½ E D(G(z))² for D, and E (D(G(z)) − 1)² for G (section 4; halved for D, appendix).
     *
     * @param smoothing real samples count as 1 − smoothing for D
     */
    static AdversarialLoss leastSquares(double smoothing) {
        return AdversarialLoss.of(
                (real, fake) -> NativeOperations.scaled(
                        real.sub((float) (1 - smoothing))
                                .square()
                                .mean()
                                .add(fake.square().mean()),
                        0.5),
                fake -> fake.sub(1f).square().mean());
    }

    private record Networks(SampleShape.Image shape, CycleGanHyperparameters h) implements UnpairedLayout {
        @Override
        public Layer generator(Weights weights) {
            return ResnetGenerator.of(weights, shape, h.channels(), h.residualBlocks());
        }

        @Override
        public Layer discriminator(Weights weights) {
            return PatchDiscriminator.of(weights, shape, h.channels());
        }
    }
}
