package dev.latent.run.loop;

/** One of the eight ways to lay a square: mirrored or not, turned or not. */
record Orientation(boolean leftRight, boolean upDown, boolean transposed) {
    static final int COUNT = 8;

    static Orientation of(int number) {
        return new Orientation((number & 1) != 0, (number & 2) != 0, (number & 4) != 0);
    }

    /** @param square {@code [channels, side, side]} */
    float[] apply(float[] square, int channels, int side) {
        float[] laid = new float[square.length];
        int to = 0;
        for (int channel = 0; channel < channels; channel++) {
            for (int y = 0; y < side; y++) {
                for (int x = 0; x < side; x++) {
                    int row = upDown ? side - 1 - y : y;
                    int column = leftRight ? side - 1 - x : x;
                    int from = transposed ? column * side + row : row * side + column;
                    laid[to++] = square[channel * side * side + from];
                }
            }
        }
        return laid;
    }
}
