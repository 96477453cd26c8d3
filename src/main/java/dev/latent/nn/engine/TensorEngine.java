package dev.latent.nn.engine;

import ai.djl.engine.Engine;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Starts the engine, once a process, so that it never asks the network and keeps its native library in the user's cache. */
public final class TensorEngine {
    private TensorEngine() {}

    /** Does nothing where it is started already. */
    public static void start() {
        Started.ENGINE.getEngineName();
    }

    /** Seeds the engine's own generator, which training draws from. */
    public static void seed(long seed) {
        start();
        Started.ENGINE.setRandomSeed((int) (seed ^ (seed >>> 32)));
    }

    /** Threads for each operation. */
    public static void threads(int count) {
        start();
        JniUtils.setNumThreads(count);
    }

    public static String version() {
        return Started.ENGINE.getVersion();
    }

    private static final class Started {
        private static final Engine ENGINE = start();

        private static Engine start() {
            setUnlessGiven("ai.djl.offline", "DJL_OFFLINE", "true");
            setUnlessGiven("OPT_OUT_TRACKING", "OPT_OUT_TRACKING", "true");
            setUnlessGiven("DJL_CACHE_DIR", "DJL_CACHE_DIR", userCache().toString());
            System.setProperty("ai.djl.pytorch.graph_optimizer", "false");
            return Engine.getEngine("PyTorch");
        }
    }

    private static void setUnlessGiven(String property, String variable, String value) {
        if (System.getProperty(property) == null && System.getenv(variable) == null) {
            System.setProperty(property, value);
        }
    }

    private static Path userCache() {
        String home = System.getProperty("user.home");
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return Path.of(home, "Library", "Caches", "latent-server");
        }
        if (system.contains("win")) {
            return Path.of(Optional.ofNullable(System.getenv("LOCALAPPDATA")).orElse(home), "latent-server", "cache");
        }
        return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(cache -> !cache.isBlank())
                .map(Path::of)
                .orElse(Path.of(home, ".cache"))
                .resolve("latent-server");
    }
}
