package dev.latent.dataset.builtin;

import java.util.List;

/** One digit as it was written, to be inked full or in outline. */
final class DrawnDigit {
    static final int SIDE = 28;
    private static final int STEPS = 6;
    private static final double EDGE = 1.2;
    private static final double OUTLINE_GROWTH = 1.0;
    private static final double OUTLINE_HALF_WIDTH = 0.45;

    private final int label;
    private final Hand hand;
    private final DistanceField field = new DistanceField(SIDE);

    private DrawnDigit(int label, Hand hand) {
        this.label = label;
        this.hand = hand;
    }

    static DrawnDigit draw(Randomness random) {
        int label = random.below(10);
        List<Skeleton> forms = DigitSkeletons.of(label);
        Skeleton skeleton = forms.get(random.below(forms.size()));
        DrawnDigit digit = new DrawnDigit(label, Hand.draw(random));
        for (double[][] stroke : skeleton.strokes()) {
            digit.trace(digit.strayed(stroke, random));
        }
        return digit;
    }

    private double[][] strayed(double[][] stroke, Randomness random) {
        double[][] points = new double[stroke.length][];
        for (int i = 0; i < stroke.length; i++) {
            points[i] = new double[] {
                stroke[i][0] + random.normal(0, hand.tremor()), stroke[i][1] + random.normal(0, hand.tremor())
            };
        }
        return points;
    }

    /** A curve through the points (Catmull and Rom 1974). */
    private void trace(double[][] points) {
        double[] from = hand.place(points[0][0], points[0][1]);
        for (int i = 0; i + 1 < points.length; i++) {
            double[] before = points[Math.max(0, i - 1)];
            double[] after = points[Math.min(points.length - 1, i + 2)];
            for (int step = 1; step <= STEPS; step++) {
                double t = (double) step / STEPS;
                double[] to = hand.place(
                        spline(before[0], points[i][0], points[i + 1][0], after[0], t),
                        spline(before[1], points[i][1], points[i + 1][1], after[1], t));
                field.add(from[0], from[1], to[0], to[1]);
                from = to;
            }
        }
    }

    private static double spline(double p0, double p1, double p2, double p3, double t) {
        return 0.5 * (2 * p1 + t * (p2 - p0 + t * (2 * p0 - 5 * p1 + 4 * p2 - p3 + t * (3 * p1 - p0 - 3 * p2 + p3))));
    }

    int label() {
        return label;
    }

    /** Writes the digit as a pen writes it. */
    void ink(byte[] target, int offset) {
        for (int i = 0; i < field.pixels(); i++) {
            target[offset + i] = shade(hand.penRadius() - field.distance(i));
        }
    }

    /** Writes the line around it. */
    void outline(byte[] target, int offset) {
        for (int i = 0; i < field.pixels(); i++) {
            double off = Math.abs(field.distance(i) - hand.penRadius() - OUTLINE_GROWTH);
            target[offset + i] = shade(OUTLINE_HALF_WIDTH - off);
        }
    }

    /** @param inside how far the pixel lies within the ink's edge */
    private byte shade(double inside) {
        double cover = Math.max(0, Math.min(1, inside / EDGE + 0.5));
        return (byte) (int) (cover * hand.ink() * 255 + 0.5);
    }
}
