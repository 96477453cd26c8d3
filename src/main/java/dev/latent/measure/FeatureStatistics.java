package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/** Mean μ and covariance Σ (with n − 1) of features. */
public record FeatureStatistics(RealVector mean, RealMatrix covariance) {
    /** @param features {@code [n, d]}, n at least 2 */
    public static FeatureStatistics of(NDArray features) {
        long n = features.getShape().get(0);
        if (n < 2) {
            throw new IllegalArgumentException("a covariance needs at least two samples");
        }
        try (NDManager manager = features.getManager().newSubManager()) {
            NDArray x = features.toType(DataType.FLOAT64, true);
            x.attach(manager);
            NDArray mean = x.mean(new int[] {0});
            NDArray centred = x.sub(mean);
            NDArray covariance = centred.transpose().matMul(centred).div(n - 1);
            return new FeatureStatistics(new ArrayRealVector(mean.toDoubleArray()), matrix(covariance));
        }
    }

    private static RealMatrix matrix(NDArray array) {
        int d = Math.toIntExact(array.getShape().get(0));
        double[] values = array.toDoubleArray();
        RealMatrix matrix = MatrixUtils.createRealMatrix(d, d);
        for (int row = 0; row < d; row++) {
            matrix.setRow(row, java.util.Arrays.copyOfRange(values, row * d, (row + 1) * d));
        }
        return matrix;
    }
}
