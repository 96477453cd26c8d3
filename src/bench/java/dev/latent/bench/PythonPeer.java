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
    private final Mode mode;

    PythonPeer(Path script, Path dataset, Path scratch, Mode mode) {
        this.script = script;
        this.dataset = dataset;
        this.scratch = scratch;
        this.mode = mode;
    }

    /** Version and libraries, or empty where there is none. */
    static Optional<String> version() {
        try {
            Process python = new ProcessBuilder(
                            PYTHON,
                            "-c",
                            "import os,torch;print(torch.__version__, os.path.realpath('/etc/alternatives/libblas.so.3-x86_64-linux-gnu'))")
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

    /** @return milliseconds a step, with its better number of threads; empty where the script lacks the family */
    Optional<Spread> best(Setting setting, long parameters, int mostThreads) throws Exception {
        List<Spread> found = new ArrayList<>();
        for (int threads = 1; threads <= mostThreads; threads++) {
            run(setting, parameters, threads).ifPresent(found::add);
        }
        return found.stream().min((a, b) -> Double.compare(a.median(), b.median()));
    }

    private Optional<Spread> run(Setting setting, long parameters, int threads) throws Exception {
        Path order = scratch.resolve("order.json");
        Files.writeString(order, Json.MAPPER.writeValueAsString(order(setting, parameters, threads)));
        ProcessBuilder python = new ProcessBuilder(PYTHON, script.toString(), order.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        python.environment().keySet().removeIf(name -> name.matches("OMP_.*|MKL_.*|MALLOC_.*"));
        python.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
        python.environment().put("OPENBLAS_NUM_THREADS", String.valueOf(threads));
        Process process = python.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? Optional.of(millis(said)) : Optional.empty();
    }

    private static Spread millis(String said) {
        List<Double> millis = new ArrayList<>();
        for (JsonNode mean : Json.MAPPER.readTree(said).get("millis")) {
            millis.add(mean.asDouble());
        }
        return Spread.of(millis);
    }

    private Map<String, Object> order(Setting setting, long parameters, int threads) {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("family", setting.family());
        order.put("hyperparameters", setting.hyperparameters());
        order.put("batchSize", setting.batchSize());
        order.put("classes", Setting.SHAPE.classes());
        order.put("parameters", parameters);
        order.put("threads", threads);
        order.put("images", dataset.resolve("train.values").toString());
        order.put("labels", dataset.resolve("train.labels").toString());
        order.put("warmUps", mode.choose(2, 4));
        order.put("iterations", mode.choose(5, 20));
        order.put("seconds", mode.choose(0.5, 1.0));
        return order;
    }
}
