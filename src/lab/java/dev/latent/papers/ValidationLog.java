package dev.latent.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** {@code validation.csv}: epoch, value, and the seconds trained until then. */
record ValidationLog(Path file) {
    private static final String HEAD = "epoch,value,seconds";

    List<ValidationPoint> read() throws IOException {
        return Files.exists(file)
                ? Files.readAllLines(file).stream()
                        .filter(line -> line.matches("[^,a-z]+,[^,]+,[^,]+"))
                        .map(ValidationLog::point)
                        .toList()
                : List.of();
    }

    void write(List<ValidationPoint> points) throws IOException {
        Files.write(file, List.of(HEAD));
        for (ValidationPoint point : points) {
            add(point);
        }
    }

    void add(ValidationPoint point) throws IOException {
        if (!Files.exists(file)) {
            write(List.of());
        }
        String line = "%s,%s,%s%n".formatted(point.epoch(), point.value(), point.seconds());
        Files.writeString(file, line, StandardOpenOption.APPEND);
    }

    private static ValidationPoint point(String line) {
        String[] cells = line.split(",");
        return new ValidationPoint(
                Double.parseDouble(cells[0]), Double.parseDouble(cells[1]), Double.parseDouble(cells[2]));
    }
}
