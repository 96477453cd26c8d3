package dev.latent.docker;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** An image that does what a public one does, built from Debian's or Maven's packages where no registry of images answers. */
final class StandIn {
    private static final Path SOURCES = Path.of("src/test/docker");
    private static final Path S3_SERVER = Path.of("target/s3-server/s3-server.jar");

    private StandIn() {}

    /** Its name. */
    static String of(String service) {
        assumeTrue(
                Files.isDirectory(SOURCES.resolve(service)),
                "skipped: the image of " + service + " is neither here nor to be pulled");
        String image = "latent-test/" + service;
        Path context = context(service);
        assumeTrue(
                Docker.succeeds("build", "--network", "host", "-t", image, context.toString()),
                "skipped: neither the public image of " + service + " nor Debian's packages can be had");
        return image;
    }

    private static Path context(String service) {
        try {
            Path context = Files.createDirectories(Path.of("target/stand-ins").resolve(service));
            try (Stream<Path> files = Files.list(SOURCES.resolve(service))) {
                for (Path file : files.toList()) {
                    copy(file, context.resolve(file.getFileName()));
                }
            }
            if (service.equals("store")) {
                copy(S3_SERVER, context.resolve(S3_SERVER.getFileName()));
            }
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
}
