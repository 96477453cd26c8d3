package dev.latent.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/**
 * How far generated samples lie within the real ones and the real ones within them, by balls around points that reach to
 * their k-th neighbour.
 *
 * @param precision share of generated samples inside a real sample's ball (Kynkäänniemi 2019, eq. 1)
 * @param recall share of real samples inside a generated sample's ball
 * @param density in how many of k real balls a generated sample lies, on average (Naeem 2020, eq. 3); may pass 1
 * @param coverage share of real balls that hold a generated sample (eq. 4)
 */
public record Fidelity(double precision, double recall, double density, double coverage) {
    /** What the papers take. */
    public static final int PRECISION_NEIGHBOURS = 3;

    public static final int DENSITY_NEIGHBOURS = 5;

    /** @param real {@code [n, d]} and generated {@code [m, d]} features; more than five of each */
    public static Fidelity of(NDArray real, NDArray generated) {
        Neighbours reals = new Neighbours(real);
        Neighbours fakes = new Neighbours(generated);
        Balls small = Balls.around(reals, real, PRECISION_NEIGHBOURS);
        Balls large = Balls.around(reals, real, DENSITY_NEIGHBOURS);
        Balls fake = Balls.around(fakes, generated, PRECISION_NEIGHBOURS);
        return new Fidelity(
                small.share(generated),
                fake.share(real),
                large.meanHolding(generated) / DENSITY_NEIGHBOURS,
                large.hit(fakes.nearest(real, 1)));
    }

    /** A ball around each centre that reaches to its k-th neighbour, itself left out. */
    private record Balls(Neighbours centres, float[] radii) {
        static Balls around(Neighbours centres, NDArray points, int k) {
            return new Balls(centres, centres.nearest(points, k + 1).radii());
        }

        /** The share of points that lie in any ball. */
        double share(NDArray points) {
            LongAdder inside = new LongAdder();
            forEachCount(
                    points,
                    counts -> inside.add(
                            counts.gt(0).toType(DataType.INT64, false).sum().getLong()));
            return inside.doubleValue() / points.getShape().get(0);
        }

        /** In how many balls a point lies, on average. */
        double meanHolding(NDArray points) {
            DoubleAdder holding = new DoubleAdder();
            forEachCount(points, counts -> holding.add(counts.sum().getLong()));
            return holding.sum() / points.getShape().get(0);
        }

        private void forEachCount(NDArray points, java.util.function.Consumer<NDArray> use) {
            Chunks.forEach(points, Chunks.rowsFor(radii.length), (from, chunk) -> {
                NDArray reach = chunk.getManager().create(radii).square().expandDims(0);
                NDArray inside = centres.squaredDistances(chunk).lte(reach);
                use.accept(inside.toType(DataType.INT64, false).sum(new int[] {1}));
            });
        }

        /** The share of balls whose centre's nearest point lies inside. */
        double hit(Neighbours.Found nearest) {
            int hit = 0;
            for (int i = 0; i < radii.length; i++) {
                if (nearest.distances()[i][0] <= radii[i]) {
                    hit++;
                }
            }
            return (double) hit / radii.length;
        }
    }
}
