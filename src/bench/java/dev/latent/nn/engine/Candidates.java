package dev.latent.nn.engine;

import dev.latent.nn.engine.Product.Kind;
import java.util.ArrayList;
import java.util.List;

/** The ways in which the engine can compute a product: as TorchScript on x, w, g (the gradient of its output) and c (its columns). */
final class Candidates {
    /** @param expression gives a tensor @param channelsLast whether images and weights are laid out so */
    record Candidate(String expression, boolean channelsLast) {}

    private Candidates() {}

    static List<Candidate> of(Product product) {
        if (product.kind() == Kind.LINEAR) {
            return linear(product);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (boolean channelsLast : new boolean[] {false, true}) {
            candidates.add(new Candidate(convolution(product), channelsLast));
        }
        candidates.add(
                new Candidate(product.kind() == Kind.TRANSPOSED ? asMatrixProduct(product) : ofPatches(product), true));
        return candidates;
    }

    private static List<Candidate> linear(Product product) {
        return switch (product.pass()) {
            case FORWARD -> List.of(new Candidate("torch.matmul(x, torch.t(w))", false));
            case INPUT_GRADIENT -> List.of(new Candidate("torch.matmul(g, w)", false));
            case WEIGHT_GRADIENT ->
                List.of(
                        new Candidate("torch.matmul(torch.t(g), x)", false),
                        new Candidate("torch.matmul(torch.t(x), g)", false));
        };
    }

    private static String convolution(Product p) {
        boolean transposed = p.kind() == Kind.TRANSPOSED;
        String geometry = "[%1$d, %1$d], [%2$d, %2$d]".formatted(p.stride(), p.padding());
        String extra = transposed ? "[%1$d, %1$d]".formatted(p.extra()) : "[0, 0]";
        return switch (p.pass()) {
            case FORWARD ->
                transposed
                        ? "torch.conv_transpose2d(x, w, None, " + geometry + ", " + extra + ", 1, [1, 1])"
                        : "torch.conv2d(x, w, None, " + geometry + ", [1, 1], 1)";
            case INPUT_GRADIENT, WEIGHT_GRADIENT -> gradients(p, geometry, extra);
        };
    }

    private static String gradients(Product p, String geometry, String extra) {
        boolean ofInput = p.pass() == Product.Pass.INPUT_GRADIENT;
        return "torch.convolution_backward(g, x, w, None, %s, [1, 1], %s, %s, 1, %s)[%d]"
                .formatted(
                        geometry,
                        p.kind() == Kind.TRANSPOSED ? "True" : "False",
                        extra,
                        ofInput ? "[True, False, False]" : "[False, True, False]",
                        ofInput ? 0 : 1);
    }

    /** A transposed convolution by pixels and columns, without the (un)folding between columns and image. */
    private static String asMatrixProduct(Product p) {
        String pixels = "torch.reshape(torch.permute(x, [0, 2, 3, 1]), [-1, %d])".formatted(p.x().get(1));
        String kernels = "torch.reshape(w, [%d, -1])".formatted(p.weight().get(0));
        return switch (p.pass()) {
            case FORWARD -> "torch.matmul(" + pixels + ", " + kernels + ")";
            case INPUT_GRADIENT -> "torch.matmul(c, torch.t(" + kernels + "))";
            case WEIGHT_GRADIENT -> "torch.matmul(torch.t(" + pixels + "), c)";
        };
    }

    /** A convolution by patches and pixels, without the unfolding of the image. */
    private static String ofPatches(Product p) {
        String pixels = "torch.reshape(torch.permute(g, [0, 2, 3, 1]), [-1, %d])"
                .formatted(p.weight().get(0));
        String kernels = "torch.reshape(w, [%d, -1])".formatted(p.weight().get(0));
        return switch (p.pass()) {
            case FORWARD -> "torch.matmul(c, torch.t(" + kernels + "))";
            case INPUT_GRADIENT -> "torch.matmul(" + pixels + ", " + kernels + ")";
            case WEIGHT_GRADIENT -> "torch.matmul(torch.t(" + pixels + "), c)";
        };
    }
}
