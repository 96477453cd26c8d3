package dev.latent.bench;

import dev.latent.child.ChildProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a JMH benchmark in a process of its own, with the options of a training run. */
final class Jmh {
    static {
        // JMH lets no two run at a time; ours take turns.
        System.setProperty("jmh.ignoreLock", "true");
    }

    private Jmh() {}

    /** @return the mean times of the iterations in milliseconds */
    static Series run(Class<?> benchmark, Map<String, Object> parameters, Iterations iterations)
            throws RunnerException {
        return run(benchmark, parameters, iterations, Service.java(), List.of());
    }

    /** @param java its command @param further options of the JVM */
    static Series run(
            Class<?> benchmark,
            Map<String, Object> parameters,
            Iterations iterations,
            String java,
            List<String> further)
            throws RunnerException {
        List<String> appended = new ArrayList<>(ChildProgram.C1_ALONE);
        appended.addAll(further);
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(benchmark.getName() + "\\.")
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvm(java)
                .jvmArgs("-Xmx1g", "-XX:+UseSerialGC", "-XX:+EnableDynamicAgentLoading")
                .jvmArgsAppend(appended.toArray(String[]::new))
                .forks(1)
                .warmupIterations(iterations.warmUps())
                .warmupTime(time(iterations.seconds()))
                .measurementIterations(iterations.count())
                .measurementTime(time(iterations.seconds()));
        parameters.forEach((key, value) -> options.param(key, value.toString()));
        return series(new Runner(options.build()).runSingle());
    }

    private static TimeValue time(double seconds) {
        return TimeValue.milliseconds(Math.round(seconds * 1000));
    }

    private static Series series(RunResult result) {
        return new Series(result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .toList());
    }
}
