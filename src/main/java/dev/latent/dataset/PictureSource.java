package dev.latent.dataset;

import dev.latent.sample.SampleShape;

/**
 * Random access to the pictures of a split, each with a height and a width of its own. Any number of threads may read. An
 * index outside {@code 0 … count() - 1}, or a window that leaves its picture, is an {@link IndexOutOfBoundsException}.
 */
public interface PictureSource {
    int count();

    /** Of one picture; all have the same number of channels. */
    SampleShape.Image shape(int index);

    /** Writes what a window shows, {@code [c, height, width]}, pixels in [0,1]. */
    void copy(int index, Window window, float[] target, int offset);

    /** A part of a picture, in pixels. */
    record Window(int top, int left, int height, int width) {
        /** All of a picture. */
        public static Window of(SampleShape.Image picture) {
            return new Window(0, 0, picture.height(), picture.width());
        }

        int size() {
            return height * width;
        }

        void requireWithin(SampleShape.Image picture) {
            if (top < 0 || left < 0 || top + height > picture.height() || left + width > picture.width()) {
                throw new IndexOutOfBoundsException(this + " of a picture of " + picture);
            }
        }
    }
}
