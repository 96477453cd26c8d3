package dev.latent.family.cgan;

import dev.latent.family.DataShape;
import dev.latent.family.GenerativeModel;
import dev.latent.family.ModelFamily;
import dev.latent.family.Operation;
import dev.latent.family.TrainingStep;
import dev.latent.family.adversarial.AdversarialNetworks;
import dev.latent.family.adversarial.AdversarialStep;
import dev.latent.family.adversarial.GanLayout;
import dev.latent.nn.layer.Weights;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A GAN whose two networks also see the label (Mirza & Osindero 2014). The paper's networks are {@code mlp} with
 * {@code concat}; by default an average of G's weights is served, which {@code emaDecay} 0 ends.
 */
public final class ConditionalGan implements ModelFamily<CganHyperparameters> {
    @Override
    public String id() {
        return "cgan";
    }

    @Override
    public String title() {
        return "Conditional GAN";
    }

    @Override
    public String minimises() {
        return "min_G max_D E log D(x given y) + E log(1 − D(G(z given y) given y))";
    }

    @Override
    public String paper() {
        return "Mirza & Osindero: Conditional generative adversarial nets (2014)";
    }

    @Override
    public Set<Operation> operations() {
        return EnumSet.of(Operation.GENERATE, Operation.INTERPOLATE);
    }

    @Override
    public CganHyperparameters defaults() {
        return CganHyperparameters.DEFAULTS;
    }

    @Override
    public CganHyperparameters defaultsFor(DataShape data) {
        return data.sample().isImage() ? defaults() : defaults().forVectors();
    }

    @Override
    public TrainingDefaults trainingDefaults() {
        return new TrainingDefaults(10, 64);
    }

    @Override
    public List<Violation> check(CganHyperparameters h, DataShape data) {
        List<Violation> violations = new ArrayList<>(h.networks().check(data));
        if (!data.labelled()) {
            violations.add(new Violation("", "a cgan needs a dataset with labels"));
        }
        return violations;
    }

    @Override
    public GenerativeModel build(CganHyperparameters h, DataShape data, Weights.Source weights) {
        GanLayout layout =
                GanLayout.of(h.networks(), data.sample(), h.latentDim()).conditional(data.classes(), h.conditioning());
        return new AdversarialNetworks(layout, h.options(), weights);
    }

    @Override
    public TrainingStep trainingStep(GenerativeModel model, CganHyperparameters h, DataShape data) {
        return AdversarialStep.minimax((AdversarialNetworks) model, h.game(), h.adam(), h.options());
    }
}
