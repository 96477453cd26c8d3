package dev.latent.image;

/**
 * How a picture is to be turned before it is looked at, as cameras write it (Exif 2.32, 4.6.4): each of the eight is a
 * transposition or none, and then a mirroring of either axis or none.
 *
 * @param transposed rows become columns
 * @param mirroredAcross left is right
 * @param mirroredDown top is bottom
 */
record Orientation(boolean transposed, boolean mirroredAcross, boolean mirroredDown) {
    static final int UPRIGHT = 1;
    static final int MOST = 8;

    /** @param tag 1 to 8; any other is none, as it is to all who show pictures */
    static Orientation of(int tag) {
        return tag < UPRIGHT || tag > MOST
                ? of(UPRIGHT)
                : new Orientation(
                        tag >= 5, tag == 2 || tag == 3 || tag == 6 || tag == 7, tag == 3 || tag == 4 || tag >= 7);
    }

    Picture apply(Picture picture) {
        if (!transposed && !mirroredAcross && !mirroredDown) {
            return picture;
        }
        int height = transposed ? picture.width() : picture.height();
        int width = transposed ? picture.height() : picture.width();
        int bytes = picture.channels() * picture.bits() / 8;
        byte[] turned = new byte[picture.pixels().length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int across = mirroredAcross ? width - 1 - x : x;
                int down = mirroredDown ? height - 1 - y : y;
                int from = transposed ? across * picture.width() + down : down * picture.width() + across;
                System.arraycopy(picture.pixels(), from * bytes, turned, (y * width + x) * bytes, bytes);
            }
        }
        return new Picture(picture.channels(), height, width, picture.bits(), turned);
    }
}
