package dev.latent.measure;

import java.util.Arrays;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The squared Fréchet distance of two Gaussians, ‖μ₁ − μ₂‖² + tr(Σ₁ + Σ₂ − 2 (Σ₁^½ Σ₂ Σ₁^½)^½) (Dowson & Landau 1982), as
 * Heusel 2017 takes it between the features of real and of generated samples.
 */
public final class FrechetDistance {
    private FrechetDistance() {}

    /** 0 for equal Gaussians; what rounding leaves below 0 is 0. */
    public static double between(FeatureStatistics first, FeatureStatistics second) {
        double apart = first.mean().getDistance(second.mean());
        RealMatrix root = squareRoot(first.covariance());
        RealMatrix product = root.multiply(second.covariance()).multiply(root);
        double overlap = Arrays.stream(eigenvalues(product))
                .map(value -> Math.sqrt(Math.max(0, value)))
                .sum();
        double spread = first.covariance().getTrace() + second.covariance().getTrace() - 2 * overlap;
        return Math.max(0, apart * apart + spread);
    }

    /** V √Λ Vᵀ; the library's own refuses a covariance without full rank. */
    private static RealMatrix squareRoot(RealMatrix covariance) {
        EigenDecomposition decomposition = new EigenDecomposition(symmetric(covariance));
        double[] roots = Arrays.stream(decomposition.getRealEigenvalues())
                .map(value -> Math.sqrt(Math.max(0, value)))
                .toArray();
        return decomposition
                .getV()
                .multiply(MatrixUtils.createRealDiagonalMatrix(roots))
                .multiply(decomposition.getVT());
    }

    private static double[] eigenvalues(RealMatrix matrix) {
        return new EigenDecomposition(symmetric(matrix)).getRealEigenvalues();
    }

    /** Without the last bits in which rounding lets the two halves differ. */
    private static RealMatrix symmetric(RealMatrix matrix) {
        return matrix.add(matrix.transpose()).scalarMultiply(0.5);
    }
}
