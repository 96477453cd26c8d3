package dev.latent.dataset.builtin;

/** How one digit was written: slant, size, place, the pen, and how far the hand strayed. All lengths are in pixels. */
record Hand(double[][] affine, Wave waveX, Wave waveY, double tremor, double penRadius, double ink) {
    private static final double CENTRE = 13.5;

    static Hand draw(Randomness random) {
        double height = random.uniform(16.5, 21.5);
        double width = height * random.uniform(0.5, 0.95);
        double rotation = random.normal(0, 0.14);
        double slant = random.normal(0.12, 0.22);
        double[][] affine = affine(width, height, rotation, slant);
        affine[0][2] = CENTRE + random.normal(0, 1.0);
        affine[1][2] = CENTRE + random.normal(0, 1.0);
        return new Hand(
                affine,
                Wave.draw(random, 0.06),
                Wave.draw(random, 0.06),
                0.034,
                random.uniform(0.85, 1.9),
                random.uniform(0.82, 1));
    }

    /** Scales the unit square about its middle, slants it to the right, then turns it. */
    private static double[][] affine(double width, double height, double rotation, double slant) {
        double cos = StrictMath.cos(rotation);
        double sin = StrictMath.sin(rotation);
        double shear = -slant * height;
        return new double[][] {
            {cos * width, cos * shear - sin * height, 0},
            {sin * width, sin * shear + cos * height, 0}
        };
    }

    /** Where a point of the unit square lands on the paper. */
    double[] place(double x, double y) {
        double u = x + waveX.at(x, y) - 0.5;
        double v = y + waveY.at(x, y) - 0.5;
        return new double[] {
            affine[0][0] * u + affine[0][1] * v + affine[0][2], affine[1][0] * u + affine[1][1] * v + affine[1][2]
        };
    }

    /** A smooth displacement of the whole digit. */
    record Wave(double amplitude, double frequencyX, double frequencyY, double phase) {
        static Wave draw(Randomness random, double deviation) {
            return new Wave(
                    random.normal(0, deviation),
                    random.uniform(-4, 4),
                    random.uniform(-4, 4),
                    random.uniform(0, 2 * Math.PI));
        }

        double at(double x, double y) {
            return amplitude * StrictMath.sin(frequencyX * x + frequencyY * y + phase);
        }
    }
}
