package dev.latent.bench.eager;

/** Of a convolution. @param extra rows and columns that a transposed one gives beyond its smallest image */
record Kernel(long side, long stride, long padding, long extra) {
    Kernel(long side, long stride, long padding) {
        this(side, stride, padding, 0);
    }
}
