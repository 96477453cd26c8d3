package dev.latent.family.cgan;

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
    private static final FamilyProfile PROFILE = new FamilyProfile(
            "cgan",
            "Conditional GAN",
            "min_G max_D E log D(x given y) + E log(1 − D(G(z given y) given y))",
            "Mirza & Osindero: Conditional generative adversarial nets (2014)",
            EnumSet.of(Operation.GENERATE, Operation.INTERPOLATE),
            new TrainingDefaults(10, 64, 6000));

    @Override
    public FamilyProfile profile() {
        return PROFILE;
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
    public List<Violation> check(CganHyperparameters h, DataShape data) {
        List<Violation> violations = new ArrayList<>(h.networks().check(data));
        if (!data.labelled()) {
            violations.add(new Violation("", "the dataset must have labels for a cgan"));
        }
        return violations;
    }

    @Override
    public int batchesPerStep(CganHyperparameters h) {
        return h.game().discriminatorSteps();
    }

    @Override
    public Set<Augmentation> augmentations() {
        return EnumSet.allOf(Augmentation.class);
    }

    @Override
    public GenerativeModel build(CganHyperparameters h, DataShape data, Weights.Source weights) {
        GanLayout layout =
                GanLayout.of(h.networks(), data.sample(), h.latentDim()).conditional(data.classes(), h.conditioning());
        return new AdversarialNetworks(layout, h.options(), weights);
    }

    @Override
    public TrainingStep trainingStep(GenerativeModel model, CganHyperparameters h, DataShape data) {
        return AdversarialStep.byAdam(
                (AdversarialNetworks) model,
                loss(h.game()),
                h.game().rules(h.options()),
                h.adam().settings(),
                h.options().emaDecay());
    }

    /** min_G max_D E log D(x given y) + E log(1 − D(G(z given y) given y)) (eq. 2), D being the sigmoid of its logit. */
    static AdversarialLoss loss(MinimaxHyperparameters game) {
        return AdversarialLoss.of(
                (real, fake) ->
                        smoothed(crossEntropyAsReal(real).add(crossEntropyAsFake(fake)), real, game.labelSmoothing()),
                fake -> game.generatorLoss().of(fake));
    }
}
