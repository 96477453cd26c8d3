package dev.latent.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnomalyThresholdTests {
    @TempDir
    Path folder;

    /** The rank ⌈(n + 1)(1 − α)⌉. */
    @ParameterizedTest
    @CsvSource({
        "99,   0.01,  99",
        "100,  0.01,  100",
        "198,  0.01,  198",
        "199,  0.01,  198",
        "999,  0.01,  990",
        "999,  0.001, 999",
        "160,  0.05,  153",
        "19,   0.05,  19",
        "3,    0.5,   2"
    })
    void theThresholdForARateIsTheScoreOfItsRank(int n, double rate, double rank) {
        assertThat(learned(n).at(rate)).hasValue(rank);
    }

    @Test
    void byDefaultAHundredthOfNormalRowsLiesAboveIt() {
        AnomalyThreshold threshold = learned(999);

        assertThat(threshold.threshold()).isEqualTo(990);
        assertThat(threshold.falseAlarms()).isEqualTo(0.01);
        assertThat(threshold.count()).isEqualTo(999);
    }

    @Test
    void fewRowsTellTheLeastRateThatTheyCan() {
        AnomalyThreshold threshold = learned(18);

        assertThat(threshold.threshold()).isEqualTo(18);
        assertThat(threshold.falseAlarms()).isEqualTo(1 / 19.0);
        assertThat(threshold.at(0.01)).isEmpty();
        assertThat(threshold.at(threshold.leastFalseAlarms())).hasValue(18);
    }

    /** Over many draws of calibration rows the mean rate of false alarms is the one that was asked for. */
    @Test
    void theRateIsKeptOnAverageWhateverTheScoresAre() {
        SplittableRandom random = new SplittableRandom(1);
        double above = 0;
        int draws = 4000;
        for (int draw = 0; draw < draws; draw++) {
            double[] scores = random.doubles(99).map(u -> -Math.log(u)).toArray();
            AnomalyThreshold threshold = AnomalyThreshold.learn(CalibrationRows.HELD_BACK, scores);
            above += Math.exp(-threshold.threshold());
        }

        assertThat(above / draws).isCloseTo(0.01, within(5e-4));
    }

    @Test
    void itComesBackFromItsFile() throws IOException {
        ThresholdFile.write(folder, learned(2000));

        assertThat(ThresholdFile.read(folder)).contains(learned(2000));
        assertThat(Files.readString(folder.resolve("threshold.json")))
                .startsWith(
                        "{\"threshold\":1981.0,\"falseAlarms\":0.01,\"rows\":\"cross-fitted\",\"count\":2000,\"scores\":[1.0");
    }

    @Test
    void whatColumnsNormallyKeepToComesBackFromTheFile() throws IOException {
        double[] within = {0.25, 3};
        AnomalyThreshold learned = AnomalyThreshold.learn(CalibrationRows.HELD_BACK, new double[] {1, 2}, within);

        ThresholdFile.write(folder, learned);

        assertThat(ThresholdFile.read(folder)).contains(learned);
        assertThat(learned.within(1)).isEqualTo(3);
        assertThat(learned.within(2)).isNull();
        assertThat(learned(3).within(0)).isNull();
    }

    @Test
    void nearlyAllValuesOfAColumnLieWithinItsRange() {
        float[] misses = new float[2 * 200];
        for (int row = 0; row < 200; row++) {
            misses[2 * row] = row % 2 == 0 ? row : -row;
            misses[2 * row + 1] = 1;
        }

        assertThat(new FoundOnRows(new double[200], misses).within()).containsExactly(198, 1);
        assertThat(new FoundOnRows(new double[200], new float[0]).within()).isNull();
    }

    @Test
    void aPercentileCountsTheRowsThatScoreNoHigher() {
        AnomalyThreshold learned = AnomalyThreshold.learn(CalibrationRows.HELD_BACK, new double[] {4, 1, 2, 2});

        assertThat(learned.percentile(0.5)).isZero();
        assertThat(learned.percentile(2)).isEqualTo(75);
        assertThat(learned.percentile(3)).isEqualTo(75);
        assertThat(learned.percentile(5)).isEqualTo(100);
    }

    @Test
    void aFileFromBeforeItToldItsRowsIsOfUnknownRows() throws IOException {
        Files.writeString(folder.resolve("threshold.json"), "{\"threshold\":0.25}");

        AnomalyThreshold threshold = ThresholdFile.read(folder).orElseThrow();

        assertThat(threshold.threshold()).isEqualTo(0.25);
        assertThat(threshold.ofUnseenRows()).isFalse();
        assertThat(threshold.falseAlarms()).isNull();
        assertThat(threshold.leastFalseAlarms()).isNull();
        assertThat(threshold.at(0.5)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{}",
                "{\"threshold\":-1}",
                "{\"threshold\":1e999}",
                "{\"threshold\":1,\"rows\":\"held-back\",\"scores\":[]}",
                "{\"threshold\":1,\"rows\":\"held-back\",\"scores\":[2]}",
                "{\"threshold\":1,\"rows\":\"held-back\",\"scores\":[1,\"NaN\"]}",
                "{\"threshold\":1,\"rows\":\"somewhere\",\"scores\":[1]}",
                "{\"threshold\":1,\"rows\":\"held-back\",\"scores\":[1],\"within\":[-1]}"
            })
    void whatIsNoThresholdIsRefused(String json) throws IOException {
        Files.writeString(folder.resolve("threshold.json"), json);

        assertThatThrownBy(() -> ThresholdFile.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("threshold.json");
    }

    /** Of scores 1 to n. */
    private static AnomalyThreshold learned(int n) {
        double[] scores =
                IntStream.rangeClosed(1, n).mapToDouble(i -> n + 1 - i).toArray();
        return AnomalyThreshold.learn(CalibrationRows.CROSS_FITTED, scores);
    }
}
