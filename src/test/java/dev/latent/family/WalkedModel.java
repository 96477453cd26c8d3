package dev.latent.family;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.latent.family.Translates.Direction;
import dev.latent.family.adversarial.AdversarialNetworks;
import dev.latent.nn.layer.Conditioning;
import dev.latent.nn.layer.Walk;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a model gives beside what a walk through the descriptions of its networks gives. */
final class WalkedModel {
    private final GenerativeModel model;
    private final int classes;
    private final NDArray x;
    private final NDArray y;
    private final Map<String, Float> differences = new LinkedHashMap<>();

    WalkedModel(SmallModel small) {
        this.model = small.model();
        this.classes = small.data().classes();
        this.x = small.samples();
        this.y = small.labels();
    }

    /** The largest of each network. */
    Map<String, Float> differences() {
        if (model instanceof Generates generator) {
            NDArray z = codes(generator.latentDimension());
            String network = model.networks().containsKey("generator") ? "generator" : "decoder";
            compare(network, walked(network, z, conditional()), generator.generate(z, y));
        }
        if (model instanceof Decodes decoder) {
            NDArray z = codes(decoder.latentDimension());
            compare("decoder", walked("decoder", z, conditional()), decoder.decode(z, y));
        }
        if (model instanceof Encodes encoder) {
            NDArray parameters = walked("encoder", x, conditional());
            compare(
                    "encoder",
                    parameters.get(":, :" + encoder.latentDimension()),
                    encoder.encode(x, y).mean());
        }
        if (model instanceof Translates translator) {
            compare("generatorAB", walked("generatorAB", x, false), translator.translate(x, Direction.A_TO_B));
            compare("generatorBA", walked("generatorBA", x, false), translator.translate(x, Direction.B_TO_A));
        }
        if (model instanceof FindsNoise finder) {
            compareFinder(finder);
        }
        if (model instanceof AdversarialNetworks networks) {
            compare("discriminator", walked("discriminator", x, conditional()), networks.discriminate(x, y));
        }
        return differences;
    }

    private void compareFinder(FindsNoise finder) {
        NDArray even = x.get(":, :, :8, :8");
        NDArray levels = finder.levels() == null ? null : x.getManager().full(new Shape(SmallModel.SAMPLES), 0.1f);
        NDArray plane = even.get(":, :1").onesLike().mul(0.1f);
        NDArray seen = levels == null ? even : even.concat(plane, 1);
        compare("denoiser", walked("denoiser", seen, false), finder.noise(even, levels));
        if (levels != null) {
            compare("estimator", walked("estimator", even, false), finder.level(even));
        }
    }

    private boolean conditional() {
        return model instanceof Generates generator && generator.conditional();
    }

    private NDArray codes(int dimension) {
        return x.getManager().randomNormal(new Shape(SmallModel.SAMPLES, dimension));
    }

    private NDArray walked(String network, NDArray input, boolean conditional) {
        NDArray given = conditional ? Conditioning.join(flatForMlp(network, input), y, classes) : input;
        return Walk.through(model.structure().get(network), given, Conditioning.oneHot(y, classes));
    }

    /** Fully connected networks have labels joined to rows of values. */
    private NDArray flatForMlp(String network, NDArray input) {
        boolean mlp = model.networks().get(network).parameters().values().stream()
                .noneMatch(weight -> weight.getShape().dimension() == 4);
        return mlp ? input.reshape(input.getShape().get(0), -1) : input;
    }

    private void compare(String network, NDArray walked, NDArray given) {
        differences.put(network, walked.sub(given).abs().max().getFloat());
    }
}
