package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.family.Operation;
import dev.latent.family.Reconstructs;
import dev.latent.measure.AnomalyThreshold;
import dev.latent.measure.CalibrationRows;
import dev.latent.measure.Deviations;
import dev.latent.measure.ThresholdFile;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.card.Table;
import dev.latent.quality.data.Part;
import dev.latent.quality.subject.Reconstructed;
import dev.latent.quality.subject.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the anomaly threshold was learned on, and how much of the test split lies above it. */
public final class AnomalyMeasurement implements Measurement {
    public static final String NONE = "no threshold was learned on rows that it was not trained on";

    private static final List<Double> RATES = List.of(0.05, AnomalyThreshold.USUAL, 0.001);

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Reconstructs
                && subject.description().operations().contains(Operation.ANOMALY_SCORE);
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable, IOException {
        AnomalyThreshold learned = learned(subject.folder());
        if (learned.rows() == CalibrationRows.TEST || subject.heldOut().count() == 0) {
            card.add(table(learned, null, card));
            return;
        }
        double[] scores = scores(subject, card);
        card.add(table(learned, scores, card));
        card.add(Figure.nearer("anomalousShare", above(scores, learned.threshold()))
                .measured(scores.length, card.seed(), "share of the test split that scores above the anomaly threshold")
                .beside(rate(learned), "false alarms that it is set to, " + origin(learned)));
    }

    private static AnomalyThreshold learned(Path version) throws NotMeasurable {
        try {
            return ThresholdFile.read(version)
                    .filter(AnomalyThreshold::ofUnseenRows)
                    .orElseThrow(() -> new NotMeasurable(NONE));
        } catch (IOException e) {
            throw new NotMeasurable("its threshold can't be read: " + e.getMessage());
        }
    }

    private static double[] scores(Subject subject, CardDraft card) {
        Part test = subject.heldOut();
        int[] some = test.some(card.effort().samples(), card.seed());
        try (NDManager manager = subject.manager().newSubManager()) {
            NDArray x = test.array(manager, some);
            NDArray deviations = Reconstructed.deviations((Reconstructs) subject.model(), x, test, some);
            return new Deviations(
                            NativeOperations.rowMajor(deviations).toFloatArray(),
                            Math.toIntExact(deviations.getShape().get(1)),
                            subject.shape().size())
                    .scores();
        }
    }

    private static Table table(AnomalyThreshold learned, double @Nullable [] scores, CardDraft card) {
        List<String> columns = new ArrayList<>(List.of("falseAlarms", "threshold"));
        if (scores != null) {
            columns.add("shareOfTest");
        }
        List<List<Object>> rows = new ArrayList<>();
        for (double rate : rates(learned)) {
            OptionalDouble threshold = learned.at(rate);
            if (threshold.isPresent()) {
                List<Object> row = new ArrayList<>(List.of(rate, threshold.getAsDouble()));
                if (scores != null) {
                    row.add(above(scores, threshold.getAsDouble()));
                }
                rows.add(row);
            }
        }
        String method = "rates of false alarms and the scores that set them, " + origin(learned)
                + (scores == null ? "" : "; beside the share of " + scores.length + " test samples above them");
        return new Table("anomalyThreshold", count(learned), card.seed(), method, columns, rows);
    }

    private static double[] rates(AnomalyThreshold learned) {
        return Stream.concat(RATES.stream(), Stream.of(rate(learned)))
                .distinct()
                .mapToDouble(rate -> rate)
                .toArray();
    }

    private static double rate(AnomalyThreshold learned) {
        return learned.falseAlarms() == null ? 0 : learned.falseAlarms();
    }

    private static int count(AnomalyThreshold learned) {
        return learned.count() == null ? 0 : learned.count();
    }

    private static String origin(AnomalyThreshold learned) {
        return "learned on " + learned.count() + " " + learned.rows().inWords();
    }

    private static double above(double[] scores, double threshold) {
        return Arrays.stream(scores).filter(score -> score > threshold).count() / (double) scores.length;
    }
}
