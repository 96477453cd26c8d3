package dev.latent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of their own that readers of the documents would take: pictures in class folders, a noisy picture, a table. */
record ReadersFiles(Http service) {
    private static final int PICTURES = 60;
    private static final int ROWS = 400;

    void write(Path folder) throws IOException {
        Files.write(folder.resolve("pictures.zip"), pictures());
        Files.write(folder.resolve("noisy.png"), digit(7));
        Files.writeString(folder.resolve("readings.csv"), readings(1, 0));
        Files.writeString(folder.resolve("new-readings.csv"), readings(2, 9));
    }

    private byte[] digit(int index) {
        return service.get("/v1/datasets/digits/samples?split=test&count=1&index=" + index, Http.PNG)
                .getResponseBody();
    }

    private byte[] pictures() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int index = 0; index < PICTURES; index++) {
                zip.putNextEntry(new ZipEntry((index % 2 == 0 ? "cats" : "dogs") + "/" + index + ".png"));
                zip.write(digit(index));
            }
        }
        return bytes.toByteArray();
    }

    /** Of a machine whose temperature follows its load; {@code fault} is added to the temperature of the last row. */
    private static String readings(int seed, double fault) {
        Random random = new Random(seed);
        StringBuilder rows = new StringBuilder("load,temperature,pressure\n");
        for (int row = 0; row < ROWS; row++) {
            double load = random.nextDouble();
            double temperature = 20 + 50 * load + random.nextGaussian() + (row == ROWS - 1 ? fault * 10 : 0);
            rows.append(String.format(
                    Locale.ROOT, "%.3f,%.2f,%.3f%n", load, temperature, 3 - load + random.nextGaussian() / 20));
        }
        return rows.toString();
    }
}
