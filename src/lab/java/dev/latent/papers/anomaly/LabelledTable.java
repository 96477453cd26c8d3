package dev.latent.papers.anomaly;

import dev.latent.exchange.npy.NpyReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** A table of ADBench (Han 2022): {@code X}, rows × columns, and {@code y}, 1 for anomalies. */
record LabelledTable(String name, double[][] rows, boolean[] anomalous) {
    static LabelledTable read(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            double[][] rows = entries(zip, "X.npy");
            double[][] labels = entries(zip, "y.npy");
            boolean[] anomalous = new boolean[rows.length];
            for (int i = 0; i < rows.length; i++) {
                anomalous[i] = labels[i][0] != 0;
            }
            return new LabelledTable(file.getFileName().toString().replace(".npz", ""), rows, anomalous);
        }
    }

    private static double[][] entries(ZipFile zip, String name) throws IOException {
        try (InputStream in = open(zip, name)) {
            NpyReader reader = new NpyReader(in, () -> open(zip, name));
            double[][] entries = new double[reader.header().shape()[0]][];
            for (int i = 0; i < entries.length; i++) {
                entries[i] = reader.next(null);
            }
            return entries;
        }
    }

    private static InputStream open(ZipFile zip, String name) throws IOException {
        if (zip.getEntry(name) == null) {
            throw new IOException(zip.getName() + " has no " + name);
        }
        return new BufferedInputStream(zip.getInputStream(zip.getEntry(name)));
    }
}
