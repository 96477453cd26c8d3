package dev.latent.family.denoising;

import ai.djl.ndarray.NDArray;
import dev.latent.corruption.Corruption;
import dev.latent.corruption.Corruption.Range;
import dev.latent.corruption.Noise;
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
            new TrainingDefaults(8, 128));

    @Override
    public FamilyProfile profile() {
        return PROFILE;
    }

    @Override
    public Set<Operation> operations(DenoisingHyperparameters hyperparameters, DataShape data) {
        Set<Operation> operations = EnumSet.copyOf(PROFILE.operations());
        if (!data.sample().equals(new SampleShape.Vector(2))) {
            operations.remove(Operation.VECTOR_FIELD);
        }
        return operations;
    }

    @Override
    public DenoisingHyperparameters defaults() {
        return DenoisingHyperparameters.PAPER;
    }

    @Override
    public DenoisingHyperparameters defaultsFor(DataShape data) {
        return data.sample().isImage() ? defaults() : DenoisingHyperparameters.FOR_VECTORS;
    }

    @Override
    public List<Violation> check(DenoisingHyperparameters h, DataShape data) {
        List<Violation> violations = new ArrayList<>(h.networks().check(data));
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

    @Override
    public GenerativeModel build(DenoisingHyperparameters h, DataShape data, Weights.Source weights) {
        Layout layout = new Layout(h.networks(), data.sample(), Style.PLAIN, 0);
        Output output = new Output(h.reconstruction(), data.sample().isImage(), 0.5);
        return new Denoiser(layout, h.latentDim(), output, weights.in(h.precision()));
    }

    @Override
    public TrainingStep trainingStep(GenerativeModel model, DenoisingHyperparameters h, DataShape data) {
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
            case CLEAN -> x;
            case CORRUPTED -> corrupted;
            case INDEPENDENT -> Corruption.applyOneOf(h.corruptions(), x, range, Noise.ENGINE);
        };
        return model.output().loss(model.logits(corrupted), target);
    }
}
