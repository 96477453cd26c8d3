package dev.latent.bench;

import dev.latent.family.Json;
import dev.latent.run.Setting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The same steps in Python PyTorch: {@code src/bench/python/peer.py}. */
final class PythonPeer {
    private static final String PYTHON = "/usr/bin/python3";

    private final Path script;
    private final Path dataset;
    private final Path scratch;

    PythonPeer(Path script, Path dataset, Path scratch) {
        this.script = script;
        this.dataset = dataset;
        this.scratch = scratch;
    }

    /** Its version, or empty where there is none. */
    static Optional<String> version() {
        try {
            Process python = new ProcessBuilder(PYTHON, "-c", "import torch;print(torch.__version__)")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return python.waitFor() == 0 ? Optional.of("PyTorch " + said) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * @param parameters how many the networks have to have
     * @param turns the port where they are given
     * @return milliseconds a step
     */
    Series run(Setting setting, long parameters, Iterations iterations, int turns) throws Exception {
        Path order = scratch.resolve("order-" + setting.threads() + ".json");
        Files.writeString(order, Json.MAPPER.writeValueAsString(order(setting, parameters, iterations, turns)));
        ProcessBuilder python = new ProcessBuilder(PYTHON, script.toString(), order.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        python.environment().keySet().removeIf(name -> name.matches("G?OMP_.*|MKL_.*|MALLOC_.*"));
        python.environment().put("OMP_NUM_THREADS", String.valueOf(setting.threads()));
        python.environment().put("OPENBLAS_NUM_THREADS", String.valueOf(setting.threads()));
        Blas.choose(python, setting.threads());
        Process process = python.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("Python's " + setting + " ended with " + process.exitValue());
        }
        JsonNode told = Json.MAPPER.readTree(said);
        requireBlas(setting.threads(), told.get("blas").asString());
        return millis(told);
    }

    private static void requireBlas(int threads, String loaded) {
        if (Blas.suiting(threads).isPresent() && !loaded.equals(Blas.name(threads))) {
            throw new IllegalStateException("Python has loaded the BLAS of " + loaded + ", not " + Blas.name(threads));
        }
    }

    private static Series millis(JsonNode told) {
        List<Double> millis = new ArrayList<>();
        told.get("millis").forEach(mean -> millis.add(mean.asDouble()));
        return new Series(millis);
    }

    private Map<String, Object> order(Setting setting, long parameters, Iterations iterations, int turns) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("family", setting.family());
        order.put("hyperparameters", setting.hyperparameters());
        order.put("batchSize", setting.batchSize());
        order.put("classes", Setting.SHAPE.classes());
        order.put("parameters", parameters);
        order.put("threads", setting.threads());
        order.put("images", dataset.resolve("train.values").toString());
        order.put("labels", dataset.resolve("train.labels").toString());
        order.put("turns", turns);
        order.put("warmUps", iterations.warmUps());
        order.put("iterations", iterations.count());
        order.put("seconds", iterations.seconds());
        return order;
    }
}
