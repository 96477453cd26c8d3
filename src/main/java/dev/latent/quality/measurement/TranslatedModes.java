package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.Split;
import dev.latent.family.Translates;
import dev.latent.family.Translates.Direction;
import dev.latent.measure.Modes;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.data.Part;
import dev.latent.quality.subject.Subject;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The toy of DiscoGAN's paper (Kim 2017, section 3.2): translated vectors should reach all modes of the other domain, and
 * different classes different modes.
 */
public final class TranslatedModes implements Measurement {
    private static final int FITTED = 50_000;
    /** A mode belongs to a class that sends it more than this share of the class's samples. */
    private static final double BELONGS = 0.05;

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Translates
                && !subject.shape().isImage()
                && subject.datasets().stream()
                        .allMatch(dataset -> dataset.description().classCount() > 0);
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable {
        Dataset a = subject.datasets().get(0);
        Dataset b = subject.datasets().get(1);
        Part test = subject.heldOut(a).atLeast(1);
        Part training = Part.of(b, Split.TRAIN);
        Modes modes = Modes.of(
                training.select(training.some(FITTED, 1)), b.description().classCount());
        int[] some = test.some(card.effort().samples(), card.seed());
        try (NDManager manager = subject.manager().newSubManager()) {
            NDArray translated = ((Translates) subject.model()).translate(test.array(manager, some), Direction.A_TO_B);
            int[][] reached = reached(
                    modes,
                    subject,
                    translated,
                    test.labels(some),
                    a.description().classCount());
            int[] all = column(reached, counts -> counts > 0);
            int[] claimed = column(reached, counts -> counts > BELONGS * some.length / reached.length);
            card.add(Figure.higher(
                            "modesCoveredAToB",
                            Arrays.stream(all).filter(n -> n > 0).count())
                    .measured(some.length, card.seed(), "modes of the other domain within three standard deviations"));
            card.add(Figure.lower(
                            "modesSharedAToB",
                            Arrays.stream(claimed).filter(n -> n > 1).count())
                    .measured(some.length, card.seed(), "modes that get over 5% of each of several classes")
                    .beside(0, "classes that don't overlap"));
        }
    }

    /** Samples by class and mode. */
    private static int[][] reached(Modes modes, Subject subject, NDArray translated, int[] labels, int classes) {
        return IntStream.range(0, classes)
                .mapToObj(label -> {
                    long[] own = IntStream.range(0, labels.length)
                            .filter(i -> labels[i] == label)
                            .asLongStream()
                            .toArray();
                    NDArray chosen = translated.get(translated.getManager().create(own));
                    return modes.coverage(Exhibits.samples(subject.shape(), chosen, null))
                            .counts();
                })
                .toArray(int[][]::new);
    }

    /** Of each mode, how many classes satisfy a condition. */
    private static int[] column(int[][] reached, java.util.function.IntPredicate condition) {
        return IntStream.range(0, Objects.requireNonNull(reached[0]).length)
                .map(mode -> (int) Arrays.stream(reached)
                        .filter(counts -> condition.test(counts[mode]))
                        .count())
                .toArray();
    }
}
