package dev.latent.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** {@code validation.csv}: epoch, value, and the seconds trained until then. */
record ValidationLog(Path file) {
    private static final String HEAD = "epoch,value,seconds";

    /** Drops what lies after an epoch, as it is about to be computed again, and gives the rest. */
    List<ValidationPoint> keepUntil(double epoch) throws IOException {
        List<ValidationPoint> kept = Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> line.matches("[^,a-z]+,[^,]+,[^,]+"))
                        .map(ValidationLog::point)
                        .filter(point -> point.epoch() <= epoch)
                        .toList()
                : List.of();
        Files.write(file, List.of(HEAD));
        for (ValidationPoint point : kept) {
            add(point);
        }
        return kept;
    }

    void add(ValidationPoint point) throws IOException {
        String line = "%s,%s,%s%n".formatted(point.epoch(), point.value(), point.seconds());
        Files.writeString(file, line, StandardOpenOption.APPEND);
    }

    private static ValidationPoint point(String line) {
        String[] cells = line.split(",");
        return new ValidationPoint(
                Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));
    }
}
