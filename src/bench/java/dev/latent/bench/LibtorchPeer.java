package dev.latent.bench;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.LibUtils;
import dev.latent.bench.eager.EagerStepBenchmark;
import dev.latent.run.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** The same steps on the engine's own build of libtorch, driven eagerly from Java: {@link EagerStepBenchmark}. */
final class LibtorchPeer {
    /** What a training run of ours sets for its engine. Libtorch alone is the quicker without. */
    private static final String UNTUNED = """
            #!/bin/sh
            for name in $(env | grep -oE '^(G?OMP|MKL|MALLOC)_[A-Z_]+'); do unset "$name"; done
            export OMP_NUM_THREADS=%d
            exec '%s' "$@"
            """;

    private final Path dataset;
    private final Path scratch;

    LibtorchPeer(Path dataset, Path scratch) {
        this.dataset = dataset;
        this.scratch = scratch;
    }

    /** JavaCPP's bindings are there for this platform, and the engine has been started. */
    static boolean isThere() {
        return System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64")
                && Files.exists(libtorch().resolve("libtorch_cpu.so"));
    }

    static String version() {
        return Engine.getEngine("PyTorch").getVersion();
    }

    private static Path libtorch() {
        return Path.of(LibUtils.getLibtorchPath());
    }

    /**
     * @param parameters how many the networks have to have
     * @param turns the port where they are given
     * @return milliseconds a step
     */
    Series run(Setting setting, long parameters, Iterations iterations, int turns) throws Exception {
        Map<String, Object> values = Map.of(
                "family",
                setting.family(),
                "batchSize",
                setting.batchSize(),
                "threads",
                setting.threads(),
                "parameters",
                parameters,
                "turns",
                turns,
                "dataset",
                dataset);
        return Jmh.run(
                EagerStepBenchmark.class, values, iterations, untuned(setting.threads()), engineInPlaceOfJavaCpps());
    }

    /** A way to start Java in the environment that libtorch's users have. */
    private String untuned(int threads) throws IOException {
        Path script = scratch.resolve("java-" + threads);
        Files.writeString(script, UNTUNED.formatted(threads, Service.java()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return script.toString();
    }

    /** JavaCPP brings a libtorch with OpenBLAS; ours is the one with MKL that DJL brings, so it has to be found first. */
    private static List<String> engineInPlaceOfJavaCpps() {
        return List.of(
                "-Dorg.bytedeco.javacpp.pathsFirst=true",
                "-Dorg.bytedeco.javacpp.platform.preloadpath=" + libtorch(),
                "-Djava.library.path=" + libtorch());
    }
}
