package dev.latent.dataset.builtin;

import java.util.Arrays;
import java.util.List;

/**
 * The way a pen goes to write a digit: strokes, each a smooth curve through its points. The unit square spans the
 * digit, y downwards.
 */
record Skeleton(List<double[][]> strokes) {
    /** @param text strokes divided by semicolons, points by blanks: {@code ".5,0 .5,1; .2,1 .8,1"} */
    static Skeleton parse(String text) {
        return new Skeleton(Arrays.stream(text.split(";")).map(Skeleton::stroke).toList());
    }

    private static double[][] stroke(String text) {
        return Arrays.stream(text.strip().split(" +"))
                .map(point -> Arrays.stream(point.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toArray(double[][]::new);
    }
}
