package dev.latent.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process's resident memory in MB.
 *
 * @param own all but mapped files, whose pages the system takes back when it needs them
 */
record Resident(double all, double own) {
    static Resident of(long pid) throws IOException {
        double all = 0;
        double file = 0;
        for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                all = megabytes(line);
            } else if (line.startsWith("RssFile:")) {
                file = megabytes(line);
            }
        }
        return new Resident(all, all - file);
    }

    private static double megabytes(String line) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
    }
}
