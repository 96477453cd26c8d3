package dev.latent.family.vae;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.latent.corruption.Noise;
import dev.latent.family.Augmentation;
import dev.latent.family.Binarization;
import dev.latent.family.DataShape;
import dev.latent.family.FamilyProfile;
import dev.latent.family.FamilyProfile.TrainingDefaults;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ModelFamily;
import dev.latent.family.Operation;
import dev.latent.family.TrainingBatch;
import dev.latent.family.TrainingStep;
import dev.latent.family.autoencoding.JointStep;
import dev.latent.family.autoencoding.Reconstruction;
import dev.latent.family.network.Architecture;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.posterior.Posterior;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Auto-encoding variational Bayes (Kingma & Welling 2014); CVAE (Sohn 2015) where it is conditional. */
public final class VariationalAutoencoder implements ModelFamily<VaeHyperparameters> {
    private static final FamilyProfile PROFILE = new FamilyProfile(
            "vae",
            "Variational autoencoder",
            "Σ L(x, g(z)) + λ·KL(N(μ,Σ) ‖ N(0,I)), z = μ + Lε, ε ~ N(0,I), LLᵀ = Σ",
            "Kingma & Welling: Auto-encoding variational Bayes (2014)",
            EnumSet.of(
                    Operation.GENERATE,
                    Operation.RECONSTRUCT,
                    Operation.ENCODE,
                    Operation.DECODE,
                    Operation.INTERPOLATE,
                    Operation.LATENT_GRID,
                    Operation.ANOMALY_SCORE,
                    Operation.NLL),
            new TrainingDefaults(16, 128, 5000));

    @Override
    public FamilyProfile profile() {
        return PROFILE;
    }

    @Override
    public VaeHyperparameters defaults() {
        return VaeHyperparameters.FOR_IMAGES;
    }

    @Override
    public VaeHyperparameters defaultsFor(DataShape data) {
        return data.sample().isImage() ? defaults() : VaeHyperparameters.FOR_VECTORS;
    }

    /** Who speaks of fully connected layers gets the paper's; who speaks of a decoder's distribution gets that. */
    @Override
    public VaeHyperparameters defaultsFor(DataShape data, JsonNode given) {
        if (!data.sample().isImage()) {
            return defaultsFor(data);
        }
        boolean mlp = given.path("architecture")
                .asString(given.has("hiddenUnits") ? Architecture.MLP.id() : "")
                .equals(Architecture.MLP.id());
        if (mlp) {
            return VaeHyperparameters.PAPER;
        }
        boolean binary =
                !given.path("binarization").asString(Binarization.NONE.id()).equals(Binarization.NONE.id());
        if (binary || given.has("reconstruction")) {
            return defaults().as(Reconstruction.BERNOULLI);
        }
        return given.has("observationVariance") ? defaults().as(Reconstruction.GAUSSIAN) : defaults();
    }

    @Override
    public List<Violation> check(VaeHyperparameters h, DataShape data) {
        List<Violation> violations = new ArrayList<>(h.networks().check(data));
        violations.addAll(h.reconstruction().check(data));
        if (h.binarization() != Binarization.NONE && h.reconstruction() != Reconstruction.BERNOULLI) {
            violations.add(
                    new Violation("binarization", "binarization must be none unless reconstruction is bernoulli"));
        }
        if (h.learnedVariance() && h.reconstruction() != Reconstruction.GAUSSIAN) {
            violations.add(new Violation(
                    "learnedVariance", "learnedVariance must be false unless reconstruction is gaussian"));
        }
        if (h.conditional() && !data.labelled()) {
            violations.add(new Violation("conditional", "conditional must be false for a dataset without labels"));
        }
        return violations;
    }

    @Override
    public Set<Augmentation> augmentations() {
        return EnumSet.of(Augmentation.FLIP, Augmentation.SHIFT);
    }

    /** Moved samples would be generated, too. */
    @Override
    public Set<Augmentation> usualAugmentations() {
        return EnumSet.of(Augmentation.FLIP);
    }

    @Override
    public GenerativeModel build(VaeHyperparameters h, DataShape data, Weights.Source weights) {
        return new VaeModel(h, data, weights.in(h.precision()));
    }

    @Override
    public TrainingStep trainingStep(GenerativeModel model, VaeHyperparameters h, DataShape data) {
        return new JointStep(
                model,
                h.adam().settings(h.weightDecay()),
                batch -> h.rateFactor(batch.epoch()),
                h.emaDecay(),
                (batch, parts) -> negativeElbo((VaeModel) model, batch, h, parts));
    }

    /** L(x, g(z)) + λ KL(q(z given x) ‖ p(z)), z ~ q(z given x) (eq. 10 with one draw). */
    private static NDArray negativeElbo(
            VaeModel model, TrainingBatch batch, VaeHyperparameters h, Map<String, NDArray> parts) {
        NDArray x = h.binarization().apply(batch.x(), Noise.ENGINE);
        Posterior posterior = model.posterior(x, batch.labels());
        NDArray noise = Noise.ENGINE.normal(batch.manager(), new Shape(batch.size(), h.latentDim()));
        NDArray z = posterior.sample(noise);
        NDArray reconstructionLoss = model.reconstructionLoss(model.logits(z, batch.labels()), x);
        NDArray klDivergence = posterior.kl();
        parts.put("reconstructionLoss", reconstructionLoss);
        parts.put("klDivergence", klDivergence);
        double warm = h.warmupEpochs() == 0 ? 1 : Math.min(1, batch.epoch() / h.warmupEpochs());
        return NativeOperations.sum(reconstructionLoss, klDivergence, h.klWeight() * warm);
    }
}
