package dev.latent.bench;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.LibUtils;
import dev.latent.bench.eager.EagerStepBenchmark;
import dev.latent.run.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The same steps on the engine's own build of libtorch, driven eagerly from Java: {@link EagerStepBenchmark}. */
final class LibtorchPeer {
    private final Path dataset;

    LibtorchPeer(Path dataset) {
        this.dataset = dataset;
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
        return Jmh.run(EagerStepBenchmark.class, values, iterations, engineInPlaceOfJavaCpps());
    }

    /** JavaCPP brings a libtorch with OpenBLAS; ours is the one with MKL that DJL brings, so it has to be found first. */
    private static List<String> engineInPlaceOfJavaCpps() {
        return List.of(
                "-Dorg.bytedeco.javacpp.pathsFirst=true",
                "-Dorg.bytedeco.javacpp.platform.preloadpath=" + libtorch(),
                "-Djava.library.path=" + libtorch());
    }
}
