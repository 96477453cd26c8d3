package dev.latent.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Requests from some clients, each waiting for its answer before it asks again, for a bounded time.
 *
 * @param millis how long each took, in order
 */
record Load(double perSecond, double[] millis, long refused) {
    double p50() {
        return Spread.at(millis, 0.5);
    }

    double p99() {
        return Spread.at(millis, 0.99);
    }

    /** @param requests the n-th of a client; an answer that is neither 200 nor 503 ends the measurement */
    static Load of(int port, int clients, double seconds, IntFunction<Request> requests) throws Exception {
        long until = System.nanoTime() + (long) (seconds * 1e9);
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Client>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                int first = i * 1_000_000;
                running.add(threads.submit(() -> Client.run(port, until, n -> requests.apply(first + n))));
            }
            List<Client> done = new ArrayList<>();
            for (Future<Client> client : running) {
                done.add(client.get(2 * (long) seconds + 120, TimeUnit.SECONDS));
            }
            return sum(done, seconds);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Load sum(List<Client> clients, double seconds) {
        double[] millis = clients.stream()
                .flatMap(client -> client.millis.stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        long refused = clients.stream().mapToLong(client -> client.refused).sum();
        return new Load(millis.length / seconds, millis, refused);
    }

    private static final class Client {
        private final List<Double> millis = new ArrayList<>();
        private long refused;

        static Client run(int port, long until, IntFunction<Request> requests) throws IOException {
            Client client = new Client();
            try (HttpConnection connection = new HttpConnection(port)) {
                for (int n = 0; System.nanoTime() < until; n++) {
                    client.ask(connection, requests.apply(n));
                }
            }
            return client;
        }

        private void ask(HttpConnection connection, Request request) throws IOException {
            long start = System.nanoTime();
            HttpConnection.Answer answer = connection.exchange(request);
            if (answer.status() == 503) {
                refused++;
            } else if (answer.status() == 200 || answer.status() == 202) {
                millis.add((System.nanoTime() - start) / 1e6);
            } else {
                throw new IOException("answered " + answer.status() + ": " + answer.text());
            }
        }
    }

    /** The middle one of some runs, by throughput. */
    static Load median(int port, int clients, double seconds, IntFunction<Request> requests) throws Exception {
        of(port, clients, seconds / 2, requests);
        Load[] runs = new Load[3];
        for (int i = 0; i < runs.length; i++) {
            runs[i] = of(port, clients, seconds, requests);
        }
        return middle(List.of(runs));
    }

    /** By throughput. */
    static Load middle(List<Load> loads) {
        return loads.stream()
                .sorted(Comparator.comparingDouble(Load::perSecond))
                .toList()
                .get(loads.size() / 2);
    }
}
