package dev.latent.family.denoising;

import ai.djl.ndarray.NDArray;
import dev.latent.corruption.Corruption;
import dev.latent.corruption.Corruption.Range;
import dev.latent.corruption.LearnedLevels;
import dev.latent.corruption.Noise;
import dev.latent.family.Augmentation;
import dev.latent.family.DataShape;
import dev.latent.family.FamilyProfile;
import dev.latent.family.FamilyProfile.TrainingDefaults;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ModelFamily;
import dev.latent.family.Operation;
import dev.latent.family.TrainingBatch;
import dev.latent.family.TrainingStep;
import dev.latent.family.autoencoding.JointStep;
import dev.latent.family.autoencoding.Output;
import dev.latent.family.autoencoding.Reconstruction;
import dev.latent.family.network.Layout;
import dev.latent.nn.layer.ImageNetworks.Style;
import dev.latent.nn.layer.Weights;
import dev.latent.sample.SampleShape;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Learns to undo a corruption (Vincent 2008). */
public final class DenoisingAutoencoder implements ModelFamily<DenoisingHyperparameters> {
    private static final FamilyProfile PROFILE = new FamilyProfile(
            "denoising-autoencoder",
            "Denoising autoencoder",
            "Σ L(x, g(f(x̃))), x̃ ~ C(x̃ given x) drawn anew for every batch",
            "Vincent, Larochelle, Bengio & Manzagol: Extracting and composing robust features with denoising"
                    + " autoencoders (2008)",
            EnumSet.of(
                    Operation.DENOISE,
                    Operation.RECONSTRUCT,
                    Operation.ENCODE,
                    Operation.DECODE,
                    Operation.INTERPOLATE,
                    Operation.ANOMALY_SCORE,
                    Operation.VECTOR_FIELD),
            new TrainingDefaults(8, 128, 3000));

    private static final int SMALLEST_PHOTOGRAPH = 64;

    private static final TrainingDefaults OF_PHOTOGRAPHS = new TrainingDefaults(1, 16, 20_000);
    private static final TrainingDefaults OF_SMALL_IMAGES = new TrainingDefaults(4, 64, 3000);
    /** They mean something only to networks with a code. */
    private static final List<String> OF_CODES = List.of("latentDim", "hiddenUnits", "reconstruction", "weightDecay");

    @Override
    public FamilyProfile profile() {
        return PROFILE;
    }

    @Override
    public TrainingDefaults trainingDefaults(DenoisingHyperparameters h, DataShape data) {
        if (!h.finds()) {
            return PROFILE.trainingDefaults();
        }
        return data.sample() instanceof SampleShape.Image image && isPhotograph(image)
                ? OF_PHOTOGRAPHS
                : OF_SMALL_IMAGES;
    }

    @Override
    public int cropSide(DenoisingHyperparameters h) {
        return h.finds() ? h.cropSide() : 0;
    }

    @Override
    public Set<Operation> operations(DenoisingHyperparameters hyperparameters, DataShape data) {
        if (hyperparameters.finds()) {
            return EnumSet.of(Operation.DENOISE);
        }
        Set<Operation> operations = EnumSet.copyOf(PROFILE.operations());
        if (!data.sample().equals(new SampleShape.Vector(2))) {
            operations.remove(Operation.VECTOR_FIELD);
        }
        return operations;
    }

    @Override
    public DenoisingHyperparameters defaults() {
        return DenoisingHyperparameters.FOR_IMAGES;
    }

    @Override
    public DenoisingHyperparameters defaultsFor(DataShape data) {
        if (!(data.sample() instanceof SampleShape.Image image)) {
            return DenoisingHyperparameters.FOR_VECTORS;
        }
        return isPhotograph(image) ? DenoisingHyperparameters.FOR_PHOTOGRAPHS : DenoisingHyperparameters.FOR_IMAGES;
    }

    /** A code where what was asked for is of networks that have one. */
    @Override
    public DenoisingHyperparameters defaultsFor(DataShape data, JsonNode given) {
        DenoisingHyperparameters usual = defaultsFor(data);
        if (!data.sample().isImage()) {
            return architecture(given).equals(Architecture.MLP.id()) ? usual.withoutLevels() : usual;
        }
        boolean code = given.has("architecture")
                ? !architecture(given).equals(Architecture.RESIDUAL.id())
                : OF_CODES.stream().anyMatch(given::has)
                        || given.path("target").asString("").equals(Target.CORRUPTED.id());
        return code ? usual.withCode() : usual;
    }

    private static String architecture(JsonNode given) {
        return given.path("architecture").asString("");
    }

    /** Large enough that the level of the noise can be told from the picture. */
    private static boolean isPhotograph(SampleShape.Image image) {
        return Math.min(image.height(), image.width()) >= SMALLEST_PHOTOGRAPH;
    }

    @Override
    public List<Violation> check(DenoisingHyperparameters h, DataShape data) {
        List<Violation> violations = new ArrayList<>(architecture(h, data));
        violations.addAll(h.reconstruction().check(data));
        for (int i = 0; i < h.corruptions().size(); i++) {
            Corruption corruption = h.corruptions().get(i);
            String flaw = corruption.flaw();
            if (flaw == null
                    && h.target() == Target.INDEPENDENT
                    && !corruption.kind().isZeroMean()) {
                flaw = "kind must be gaussian or speckle for target independent, which needs zero-mean noise";
            }
            if (flaw != null) {
                violations.add(new Violation("corruptions/" + i, flaw));
            }
        }
        if (h.target() == Target.INDEPENDENT && h.reconstruction() == Reconstruction.BERNOULLI) {
            violations.add(
                    new Violation("reconstruction", "reconstruction must be squared-error for target independent"));
        }
        return violations;
    }

    private static List<Violation> architecture(DenoisingHyperparameters h, DataShape data) {
        if (h.toldLevels() && data.sample().isImage()) {
            return List.of(new Violation("architecture", "architecture must not be noise-conditional for images"));
        }
        if (!h.finds()) {
            List<Violation> violations = new ArrayList<>(h.bottleneck().check(data));
            if (h.target() == Target.BLIND_SPOT) {
                violations.add(new Violation("target", "target must not be blind-spot but for architecture residual"));
            }
            return violations;
        }
        List<Violation> violations = new ArrayList<>();
        if (!data.sample().isImage()) {
            violations.add(new Violation("architecture", "architecture must be noise-conditional or mlp for vectors"));
        }
        if (h.reconstruction() != Reconstruction.SQUARED_ERROR) {
            violations.add(
                    new Violation("reconstruction", "reconstruction must be squared-error for architecture residual"));
        }
        if (h.target() == Target.CORRUPTED) {
            violations.add(new Violation(
                    "target", "target must not be corrupted for architecture residual: it would find no noise"));
        }
        return violations;
    }

    @Override
    public Set<Augmentation> augmentations() {
        return EnumSet.of(Augmentation.FLIP, Augmentation.SHIFT);
    }

    @Override
    public GenerativeModel build(DenoisingHyperparameters h, DataShape data, Weights.Source weights) {
        if (h.finds()) {
            SampleShape.Image image = (SampleShape.Image) data.sample();
            return new ResidualDenoiser(h, image.channels(), levels(h, image), weights);
        }
        Layout layout = new Layout(h.bottleneck(), data.sample(), Style.PLAIN, 0);
        Output output = new Output(h.reconstruction(), data.sample().isImage(), 0.5);
        if (h.toldLevels()) {
            return new NoiseConditionalDenoiser(
                    layout, data.sample().size(), h.latentDim(), output, weights.in(h.precision()));
        }
        return new Denoiser(layout, h.latentDim(), output, weights.in(h.precision()));
    }

    /** Null where it has to do without. */
    private static @Nullable LearnedLevels levels(DenoisingHyperparameters h, SampleShape.Image image) {
        boolean gaussian = h.corruptions().stream().allMatch(it -> it.kind() == Corruption.Kind.GAUSSIAN);
        if (!gaussian || !isPhotograph(image) || h.target() == Target.BLIND_SPOT) {
            return null;
        }
        return new LearnedLevels(
                h.corruptions().stream()
                        .mapToDouble(Corruption::lowestLevel)
                        .min()
                        .orElseThrow(),
                h.corruptions().stream()
                        .mapToDouble(Corruption::highestLevel)
                        .max()
                        .orElseThrow());
    }

    @Override
    public TrainingStep trainingStep(GenerativeModel model, DenoisingHyperparameters h, DataShape data) {
        if (model instanceof ResidualDenoiser residual) {
            return new ResidualStep(residual, h);
        }
        if (model instanceof NoiseConditionalDenoiser conditional) {
            NoiseConditionalObjective objective = new NoiseConditionalObjective(conditional, h);
            return new JointStep(
                    model,
                    h.adam().settings(h.weightDecay()),
                    NoiseConditionalObjective::rateFactor,
                    0,
                    (batch, parts) -> objective.of(batch));
        }
        Denoiser denoiser = (Denoiser) model;
        Range range = data.sample().isImage() ? Range.PIXELS : Range.COLUMNS;
        return new JointStep(
                model, h.adam().settings(h.weightDecay()), (batch, parts) -> loss(denoiser, batch, h, range));
    }

    /** L(t, g(f(x̃))), the target t being x, x̃ or a second corruption of x. */
    private static NDArray loss(Denoiser model, TrainingBatch batch, DenoisingHyperparameters h, Range range) {
        NDArray x = batch.x();
        NDArray corrupted = range.clip(Corruption.applyOneOf(h.corruptions(), x, range, Noise.ENGINE));
        NDArray target = switch (h.target()) {
            case CLEAN, BLIND_SPOT -> x;
            case CORRUPTED -> corrupted;
            case INDEPENDENT -> Corruption.applyOneOf(h.corruptions(), x, range, Noise.ENGINE);
        };
        return model.output().loss(model.logits(corrupted), target);
    }
}
