package dev.latent.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs JMH benchmarks, each combination of parameters in processes of its own. */
final class Jmh {
    private final Mode mode;

    Jmh(Mode mode) {
        this.mode = mode;
    }

    /**
     * @param name of the parameter that tells the results apart
     * @return the mean times of the iterations in milliseconds, by that parameter's value
     */
    Map<String, Spread> run(Class<?> benchmark, Map<String, List<String>> parameters, String name)
            throws RunnerException {
        ChainedOptionsBuilder options = times(new OptionsBuilder().include(benchmark.getName() + "\\."));
        parameters.forEach((key, values) -> options.param(key, values.toArray(String[]::new)));
        Collection<RunResult> results = new Runner(options.build()).run();
        Map<String, Spread> found = new LinkedHashMap<>();
        results.forEach(result -> found.put(result.getParams().getParam(name), spread(result)));
        return found;
    }

    private ChainedOptionsBuilder times(ChainedOptionsBuilder options) {
        return options.verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgs("-Xmx1g", "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading")
                .forks(mode.choose(1, 3))
                .warmupIterations(4)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(10)
                .measurementTime(TimeValue.milliseconds(mode.choose(500, 1000)));
    }

    private static Spread spread(RunResult result) {
        return Spread.of(result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .toList());
    }
}
