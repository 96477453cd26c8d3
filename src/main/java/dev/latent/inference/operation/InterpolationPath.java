package dev.latent.inference.operation;

import dev.latent.problem.Problem;

/** How one gets from a code to another. */
enum InterpolationPath {
    /** (1 − t)·a + t·b. */
    LINEAR {
        @Override
        float[] at(double t, float[] a, float[] b) {
            return weighted(a, 1 - t, b, t);
        }
    },
    /**
     * sin((1 − t)ω)/sin ω·a + sin(tω)/sin ω·b, ω the angle between a and b (Shoemake 1985): keeps about the length that
     * N(0, I) gives its codes, where the straight line passes through unlikely short ones.
     */
    SPHERICAL {
        @Override
        float[] at(double t, float[] a, float[] b) {
            double angle = angle(a, b);
            if (Math.sin(angle) < 1e-6) {
                return LINEAR.at(t, a, b);
            }
            return weighted(a, Math.sin((1 - t) * angle) / Math.sin(angle), b, Math.sin(t * angle) / Math.sin(angle));
        }
    };

    /** The code at t in [0,1]. */
    abstract float[] at(double t, float[] a, float[] b);

    static InterpolationPath of(String text) {
        return switch (text) {
            case "linear" -> LINEAR;
            case "spherical", "slerp" -> SPHERICAL;
            default -> throw Problem.badParameter("path", "path can be linear or spherical, not '" + text + "'");
        };
    }

    /** {@code steps} codes, both ends among them, one after the other. */
    float[] walk(float[] a, float[] b, int steps) {
        float[] codes = new float[steps * a.length];
        for (int i = 0; i < steps; i++) {
            float[] code = i == 0 ? a : i == steps - 1 ? b : at((double) i / (steps - 1), a, b);
            System.arraycopy(code, 0, codes, i * a.length, a.length);
        }
        return codes;
    }

    private static float[] weighted(float[] a, double weightOfA, float[] b, double weightOfB) {
        float[] sum = new float[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = (float) (weightOfA * a[i] + weightOfB * b[i]);
        }
        return sum;
    }

    private static double angle(float[] a, float[] b) {
        double dot = 0;
        double lengthA = 0;
        double lengthB = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
            lengthA += (double) a[i] * a[i];
            lengthB += (double) b[i] * b[i];
        }
        double cosine = dot / Math.sqrt(lengthA * lengthB);
        return Double.isNaN(cosine) ? 0 : Math.acos(Math.max(-1, Math.min(1, cosine)));
    }
}
