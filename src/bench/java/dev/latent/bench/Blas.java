package dev.latent.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which of Debian's builds of OpenBLAS a process loads. PyTorch's own threads are OpenMP's: a BLAS of OpenMP shares them,
 * one with threads of its own fights with them for the processors. On one thread there is nothing to share.
 */
final class Blas {
    private static final String LOADER = "LD_LIBRARY_PATH";
    private static final Path LIBRARIES = Path.of("/usr/lib");

    private Blas() {}

    /** The folder of the one that suits so many threads, or empty where none is installed and the system's is loaded. */
    static Optional<Path> suiting(int threads) {
        List<String> bestFirst = threads > 1
                ? List.of("openblas-openmp", "openblas-pthread")
                : List.of("openblas-serial", "openblas-pthread", "openblas-openmp");
        return bestFirst.stream().flatMap(name -> installed(name).stream()).findFirst();
    }

    /** What it is called in a table. */
    static String name(int threads) {
        return suiting(threads).map(folder -> folder.getFileName().toString()).orElse("the system's BLAS");
    }

    private static Optional<Path> installed(String name) {
        try (DirectoryStream<Path> platforms = Files.newDirectoryStream(LIBRARIES, "*-linux-gnu*")) {
            for (Path platform : platforms) {
                Path folder = platform.resolve(name);
                if (Files.exists(folder.resolve("libblas.so.3"))) {
                    return Optional.of(folder);
                }
            }
        } catch (IOException e) { // not a Debian
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Lets the process load it. */
    static void choose(ProcessBuilder process, int threads) {
        suiting(threads).ifPresent(folder -> process.environment().put(LOADER, folder.toString()));
    }
}
