package dev.latent.nn.layer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The sizes that an image goes through when it is halved until its smaller side is small enough.
 *
 * @param heights the image's, then that after each halving; {@code widths} likewise
 */
public record Pyramid(List<Integer> heights, List<Integer> widths) {
    /** Down to 7 pixels. */
    public static Pyramid of(int height, int width) {
        return of(height, width, 7);
    }

    /** @param enough the smaller side's length at which there is no further halving */
    public static Pyramid of(int height, int width, int enough) {
        List<Integer> heights = new ArrayList<>(List.of(height));
        List<Integer> widths = new ArrayList<>(List.of(width));
        for (int h = height, w = width; Math.min(h, w) > enough; ) {
            h /= 2;
            w /= 2;
            heights.add(h);
            widths.add(w);
        }
        return new Pyramid(heights, widths);
    }

    public int halvings() {
        return heights.size() - 1;
    }

    public int smallestHeight() {
        return heights.get(halvings());
    }

    public int smallestWidth() {
        return widths.get(halvings());
    }

    /** The channels after each halving: {@code first}, then doubled each time. */
    public List<Integer> channels(int first) {
        List<Integer> channels = new ArrayList<>();
        for (int i = 0; i < halvings(); i++) {
            channels.add(first << i);
        }
        return channels.isEmpty() ? Collections.emptyList() : channels;
    }

    /** Values at the smallest size with {@code channels} channels. */
    public long smallestSize(int channels) {
        return (long) channels * smallestHeight() * smallestWidth();
    }

    /** Values of an image of so many channels after all halvings, the first of which gives {@code firstChannels}. */
    public long features(long imageChannels, int firstChannels) {
        long channels = halvings() == 0 ? imageChannels : (long) firstChannels << (halvings() - 1);
        return channels * smallestHeight() * smallestWidth();
    }
}
