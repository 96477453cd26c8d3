package dev.latent.run.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.Split;
import dev.latent.dataset.ValueType;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EngineTest
class MirrorTestTests {
    private static final int SIDE = 9;
    private static final int PICTURES = 300;

    private static final String[] LETTERS = {
        "##....", "#.....", "#.....", "####..", "#..#..", "####..",
        "....##", ".....#", ".....#", "..####", "..#..#", "..####"
    };
    private static final String[] LIKE_ITS_MIRROR = {
        "..##..", ".####.", "######", "..##..", "..##..", "..##..",
        "######", "#....#", "#....#", "#....#", "#....#", "######"
    };
    private static final String[] LIKE_NO_OTHER = {
        "##....", "#.....", "#.....", "####..", "#..#..", "####..",
        "#.....", "#.....", "#.....", "#.....", "#.....", "######"
    };

    @TempDir
    Path folder;

    @Test
    void picturesThatAreLikeTheirMirrorImagesAreMirrored(NDManager manager) throws IOException {
        assertThat(of(LIKE_ITS_MIRROR, true, manager).passes()).isTrue();
        assertThat(of(LIKE_ITS_MIRROR, false, manager).passes()).isTrue();
    }

    @Test
    void lettersOfWhichOneIsAnothersMirrorImageAreNot(NDManager manager) throws IOException {
        MirrorTest test = of(LETTERS, true, manager);

        assertThat(test.passes()).isFalse();
        assertThat(test.mirroredSame()).isLessThan(0.3);
        assertThat(test.reason()).contains("have a nearest neighbour of their class, of the pictures themselves 100%");
    }

    @Test
    void picturesWhoseMirrorImagesAreLikeNoneAreNot(NDManager manager) throws IOException {
        assertThat(of(LIKE_NO_OTHER, true, manager).passes()).isFalse();
        assertThat(of(LIKE_NO_OTHER, false, manager).reason()).contains("times as far from their nearest neighbours");
    }

    @Test
    void whereEveryPictureIsFarFromAllOthersNothingIsMirrored(NDManager manager) throws IOException {
        MirrorTest test = of(null, false, manager);

        assertThat(test.passes()).isFalse();
        assertThat(test.reason()).contains("don't tell");
    }

    /** @param patterns two, one below the other, of two classes; null for noise */
    private MirrorTest of(String @Nullable [] patterns, boolean labelled, NDManager manager) throws IOException {
        DatasetLayout layout = new DatasetLayout(
                "small",
                new SampleShape.Image(1, SIDE, SIDE),
                labelled ? List.of("a", "b") : null,
                ValueType.UINT8,
                "test");
        SplittableRandom random = new SplittableRandom(1);
        Path target = folder.resolve("data" + labelled);
        try (DatasetWriter writer = DatasetWriter.create(target, layout)) {
            for (int i = 0; i < PICTURES; i++) {
                writer.add(Split.TRAIN, picture(patterns, i % 2, random), labelled ? new int[] {i % 2} : null);
            }
            writer.finish();
        }
        try (Dataset dataset = Dataset.open(target)) {
            return MirrorTest.of(dataset.split(Split.TRAIN), manager);
        }
    }

    private static byte[] picture(String @Nullable [] patterns, int which, SplittableRandom random) {
        byte[] pixels = new byte[SIDE * SIDE];
        int down = random.nextInt(3);
        int right = random.nextInt(3);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) random.nextInt(patterns == null ? 256 : 30);
        }
        for (int y = 0; y < 6 && patterns != null; y++) {
            for (int x = 0; x < 6; x++) {
                if (patterns[6 * which + y].charAt(x) == '#') {
                    pixels[(y + down) * SIDE + x + right] = (byte) (220 + random.nextInt(30));
                }
            }
        }
        return pixels;
    }
}
