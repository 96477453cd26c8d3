package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The density that a Gaussian of width σ around each generated sample makes together (Breuleux 2011; as Goodfellow 2014
 * measures it): log p(x) = log 1/n Σᵢ N(x; sᵢ, σ² I).
 */
public final class ParzenWindow {
    /** From 0.1 to 1, ten widths a decade. */
    public static final List<Double> WIDTHS = IntStream.rangeClosed(0, 10)
            .mapToObj(i -> Math.pow(10, i / 10.0 - 1))
            .toList();

    private final NDArray samples;
    private final Neighbours neighbours;

    /** @param samples {@code [n, d]} */
    public ParzenWindow(NDArray samples) {
        this.samples = samples;
        this.neighbours = new Neighbours(samples);
    }

    /** log p(x) of each point {@code [m, d]} for each width, in nats: {@code [width][point]}. */
    public double[][] logLikelihoods(NDArray points, List<Double> widths) {
        double[][] found =
                new double[widths.size()][Math.toIntExact(points.getShape().get(0))];
        Chunks.forEach(points, Chunks.rowsFor(samples.getShape().get(0)), (from, chunk) -> {
            NDArray squares = neighbours.squaredDistances(chunk);
            for (int i = 0; i < widths.size(); i++) {
                double[] logs = logDensities(squares, widths.get(i));
                System.arraycopy(logs, 0, found[i], Math.toIntExact(from), logs.length);
            }
        });
        return found;
    }

    /** Of the widths, the one under which these points are most likely. */
    public double bestWidth(NDArray validation, List<Double> widths) {
        double[][] logs = logLikelihoods(validation, widths);
        return IntStream.range(0, widths.size())
                .boxed()
                .max(Comparator.comparingDouble(i -> StatUtils.mean(logs[i])))
                .map(widths::get)
                .orElseThrow();
    }

    private double[] logDensities(NDArray squares, double width) {
        double n = samples.getShape().get(0);
        double d = samples.getShape().get(1);
        double constant = -Math.log(n) - d / 2 * Math.log(2 * Math.PI * width * width);
        NDArray sums = LogSumExp.of(squares.div(-2 * width * width), 1);
        double[] logs = sums.toType(DataType.FLOAT64, false).toDoubleArray();
        return Arrays.stream(logs).map(log -> log + constant).toArray();
    }
}
