package dev.latent.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Processes that measure in turn. */
final class Parties {
    private final Map<String, Party> byName = new LinkedHashMap<>();

    /** Starts a process and waits for its end. */
    interface Party {
        /** @param turns the port where they are given */
        Series measure(int turns) throws Exception;
    }

    void add(String name, Party party) {
        byName.put(name, party);
    }

    /** What each measured. @throws Exception of the first that failed, which ends the others */
    Map<String, Series> inTurn() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(byName.size());
        try (Turns turns = new Turns(byName.size())) {
            Map<String, Future<Series>> running = new LinkedHashMap<>();
            byName.forEach((name, party) -> running.put(name, threads.submit(() -> measure(party, turns))));
            turns.give();
            Map<String, Series> found = new LinkedHashMap<>();
            for (Map.Entry<String, Future<Series>> entry : running.entrySet()) {
                found.put(entry.getKey(), entry.getValue().get());
            }
            return found;
        } finally {
            threads.shutdown();
        }
    }

    private static Series measure(Party party, Turns turns) throws Exception {
        try {
            return party.measure(turns.port());
        } catch (Exception e) {
            e.printStackTrace(); // the others, hung up on, fail as well, and may be heard first
            turns.close();
            throw e;
        }
    }
}
