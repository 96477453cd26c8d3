package dev.latent.family.cyclegan;

import dev.latent.family.DataShape;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ModelFamily;
import dev.latent.family.Operation;
import dev.latent.family.TrainingStep;
import dev.latent.family.adversarial.AdversarialLoss;
import dev.latent.family.adversarial.UnpairedLayout;
import dev.latent.family.adversarial.UnpairedLoss;
import dev.latent.family.adversarial.UnpairedNetworks;
import dev.latent.family.adversarial.UnpairedStep;
import dev.latent.nn.layer.Layer;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.training.Losses;
import dev.latent.sample.SampleShape;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Translates between two domains, from unpaired samples of each, so that there and back is the same (Zhu 2017). */
public final class CycleGan implements ModelFamily<CycleGanHyperparameters> {
    private static final int SMALLEST_SIDE = 8;

    @Override
    public String id() {
        return "cyclegan";
    }

    @Override
    public String title() {
        return "CycleGAN";
    }

    @Override
    public String minimises() {
        return "two GANs A→B and B→A + λ (‖F(G(a)) − a‖₁ + ‖G(F(b)) − b‖₁) + λ′ (‖F(a) − a‖₁ + ‖G(b) − b‖₁)";
    }

    @Override
    public String paper() {
        return "Zhu, Park, Isola & Efros: Unpaired image-to-image translation using cycle-consistent adversarial networks"
                + " (2017)";
    }

    @Override
    public Set<Operation> operations() {
        return EnumSet.of(Operation.TRANSLATE);
    }

    @Override
    public boolean unpaired() {
        return true;
    }

    @Override
    public CycleGanHyperparameters defaults() {
        return CycleGanHyperparameters.DEFAULTS;
    }

    @Override
    public TrainingDefaults trainingDefaults() {
        return new TrainingDefaults(1, 16);
    }

    @Override
    public List<Violation> check(CycleGanHyperparameters h, DataShape data) {
        boolean large = data.sample() instanceof SampleShape.Image image
                && Math.min(image.height(), image.width()) >= SMALLEST_SIDE;
        return large
                ? List.of()
                : List.of(new Violation(
                        "",
                        "a cyclegan needs images with sides of at least " + SMALLEST_SIDE
                                + "; discogan takes vectors"));
    }

    @Override
    public GenerativeModel build(CycleGanHyperparameters h, DataShape data, Weights.Source weights) {
        return new UnpairedNetworks(new Networks((SampleShape.Image) data.sample(), h), h.options(), weights);
    }

    @Override
    public TrainingStep trainingStep(GenerativeModel model, CycleGanHyperparameters h, DataShape data) {
        UnpairedLoss loss = new UnpairedLoss(
                AdversarialLoss.leastSquares(h.labelSmoothing()),
                Losses::meanAbsoluteError,
                "cycleConsistencyLoss",
                h.cycleWeight(),
                h.identityWeight());
        return new UnpairedStep((UnpairedNetworks) model, loss, h.adam().settings(), h.options(), h.imagePoolSize());
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
