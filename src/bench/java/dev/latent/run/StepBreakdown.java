package dev.latent.run;

import ai.djl.pytorch.jni.JniUtils;
import dev.latent.family.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Where the time of a step goes, from the engine's own trace of its operations. */
public final class StepBreakdown {
    private static final int WARM_UP = 20;
    private static final int STEPS = 10;

    private StepBreakdown() {}

    /** @return milliseconds a step, for each phase */
    public static Map<Phase, Double> measure(Setting setting, Path dataset, Path scratch) throws Exception {
        Path trace = scratch.resolve("trace.json");
        double wall;
        try (BenchedTraining training = BenchedTraining.open(setting, dataset)) {
            training.steps(WARM_UP);
            JniUtils.startProfile(false, true, false);
            long start = System.nanoTime();
            training.steps(STEPS);
            wall = (System.nanoTime() - start) / 1e6;
            JniUtils.stopProfile(trace.toString());
        }
        Map<Phase, Double> phases = new EnumMap<>(Phase.class);
        attribute(events(trace)).forEach((phase, micros) -> phases.put(phase, micros / 1e3 / STEPS));
        double known = phases.values().stream().mapToDouble(Double::doubleValue).sum();
        phases.merge(Phase.REST, wall / STEPS - known, Double::sum);
        return phases;
    }

    private record Event(String name, double start, double length) {
        double end() {
            return start + length;
        }
    }

    private static final class Open {
        private final Event event;
        private final Phase phase;
        private double own;

        private Open(Event event, Phase phase) {
            this.event = event;
            this.phase = phase;
            this.own = event.length;
        }
    }

    private static List<Event> events(Path trace) throws IOException {
        List<Event> events = new ArrayList<>();
        for (JsonNode node : Json.MAPPER.readTree(Files.readString(trace))) {
            if (node.path("ph").asString("").equals("X")) {
                events.add(new Event(
                        node.get("name").asString(),
                        node.get("ts").asDouble(),
                        node.get("dur").asDouble()));
            }
        }
        events.sort(Comparator.comparingDouble(Event::start).thenComparing(Event::length, Comparator.reverseOrder()));
        return events;
    }

    /** Microseconds that each phase's operations took themselves. */
    private static Map<Phase, Double> attribute(List<Event> events) {
        Map<Phase, Double> times = new EnumMap<>(Phase.class);
        Deque<Open> open = new ArrayDeque<>();
        for (Event event : events) {
            while (!open.isEmpty() && open.peek().event.end() <= event.start) {
                close(open.pop(), times);
            }
            Phase outer = Phase.REST;
            if (!open.isEmpty()) {
                outer = open.peek().phase;
                open.peek().own -= event.length;
            }
            open.push(new Open(event, outer == Phase.REST ? Phase.of(event.name) : outer));
        }
        open.forEach(last -> close(last, times));
        return times;
    }

    private static void close(Open done, Map<Phase, Double> times) {
        times.merge(done.phase, done.own, Double::sum);
    }
}
