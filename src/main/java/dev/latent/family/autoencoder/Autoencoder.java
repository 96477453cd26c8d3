package dev.latent.family.autoencoder;

import dev.latent.family.Augmentation;
import dev.latent.family.DataShape;
import dev.latent.family.FamilyProfile;
import dev.latent.family.FamilyProfile.TrainingDefaults;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ModelFamily;
import dev.latent.family.Operation;
import dev.latent.family.TrainingStep;
import dev.latent.family.autoencoding.AutoencoderNetworks;
import dev.latent.family.autoencoding.JointStep;
import dev.latent.family.autoencoding.Output;
import dev.latent.family.network.Layout;
import dev.latent.nn.layer.ImageNetworks.Style;
import dev.latent.nn.layer.Weights;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Learns a short code from which a sample can be made again (Hinton & Salakhutdinov 2006). */
public final class Autoencoder implements ModelFamily<AutoencoderHyperparameters> {
    private static final FamilyProfile PROFILE = new FamilyProfile(
            "autoencoder",
            "Autoencoder",
            "Σ L(x, g(f(x)))",
            "Hinton & Salakhutdinov: Reducing the dimensionality of data with neural networks (2006)",
            EnumSet.of(
                    Operation.RECONSTRUCT,
                    Operation.ENCODE,
                    Operation.DECODE,
                    Operation.INTERPOLATE,
                    Operation.ANOMALY_SCORE),
            new TrainingDefaults(10, 128, 3000));

    @Override
    public FamilyProfile profile() {
        return PROFILE;
    }

    @Override
    public AutoencoderHyperparameters defaults() {
        return AutoencoderHyperparameters.DEFAULTS;
    }

    @Override
    public AutoencoderHyperparameters defaultsFor(DataShape data) {
        return data.sample().isImage()
                ? defaults()
                : AutoencoderHyperparameters.forVectors(data.sample().size());
    }

    @Override
    public List<Violation> check(AutoencoderHyperparameters h, DataShape data) {
        List<Violation> violations = new ArrayList<>(h.networks().check(data));
        violations.addAll(h.reconstruction().check(data));
        return violations;
    }

    @Override
    public Set<Augmentation> augmentations() {
        return EnumSet.of(Augmentation.FLIP, Augmentation.SHIFT);
    }

    @Override
    public GenerativeModel build(AutoencoderHyperparameters h, DataShape data, Weights.Source weights) {
        Layout layout = new Layout(h.networks(), data.sample(), Style.PLAIN, 0);
        Output output = new Output(h.reconstruction(), data.sample().isImage(), 0.5);
        return new AutoencoderNetworks(layout, h.latentDim(), output, weights.in(h.precision()));
    }

    /** L(x, g(f(x))). */
    @Override
    public TrainingStep trainingStep(GenerativeModel model, AutoencoderHyperparameters h, DataShape data) {
        AutoencoderNetworks networks = (AutoencoderNetworks) model;
        return new JointStep(
                model,
                h.adam().settings(h.weightDecay()),
                (batch, parts) -> networks.output().loss(networks.logits(batch.x()), batch.x()));
    }
}
