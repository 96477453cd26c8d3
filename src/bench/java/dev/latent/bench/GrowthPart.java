package dev.latent.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What it costs as work grows: clients, samples a request, models on disk, jobs. */
final class GrowthPart implements Part {
    private static final String PNG = "image/png";
    private static final int HOT = 8;

    private final Table clients = new Table(
            "Clients.",
            "Each asks for one sample of vae, again and again.",
            "clients",
            "requests/s",
            "p50, ms",
            "p99, ms");
    private final Table samples =
            new Table("Samples a request.", "One client, NPY of vae.", "samples", "ms a request, p50", "µs a sample");
    private final Table models = new Table(
            "Models on disk.",
            "With " + HOT + " of them asked in turn by 8 clients. The first start takes in what it finds on disk.",
            "models",
            "seconds to ready, first start",
            "seconds to ready, next start",
            "requests/s",
            "p50, ms",
            "list of 50, ms");

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public List<Table> measure(Setup setup) throws Exception {
        Path home = setup.scratch().resolve("home");
        new Models(home).add("vae", "vae", "{\"architecture\": \"mlp\"}");
        List<Table> tables = new ArrayList<>(List.of(clients, samples, models));
        try (Service service = Service.inside(home, "--latent.training.queue-capacity=20000")) {
            double seconds = setup.mode().choose(1.0, 5.0);
            if (setup.wants("clients")) {
                byClients(service, seconds, setup);
            }
            if (setup.wants("samples")) {
                bySamples(service, seconds, setup);
            }
            if (setup.wants("jobs")) {
                tables.addAll(new JobGrowth(service, setup).measure());
            }
        }
        if (setup.wants("models")) {
            byModels(setup);
        }
        return tables;
    }

    private static Request sample(String model, int seed) {
        return Request.get("/v1/models/" + model + "/samples?count=1&seed=" + seed, PNG);
    }

    private void byClients(Service service, double seconds, Setup setup) throws Exception {
        for (int count = 1; count <= 256; count *= 4) {
            Load load = Load.median(service.port(), count, seconds, n -> sample("vae", n));
            clients.row(count, load.perSecond(), load.p50(), load.p99());
            setup.say(clients.lastLine());
        }
    }

    private void bySamples(Service service, double seconds, Setup setup) throws Exception {
        for (int count = 1; count <= 1024; count *= 4) {
            String url = "/v1/models/vae/samples?count=" + count + "&seed=";
            Load load = Load.median(service.port(), 1, seconds, n -> Request.get(url + n, "application/x-npy"));
            samples.row(count, load.p50(), load.p50() * 1000 / count);
            setup.say(samples.lastLine());
        }
    }

    private void byModels(Setup setup) throws Exception {
        for (int count : new int[] {1, 10, 100, 1000}) {
            Path home = setup.scratch().resolve("home-" + count);
            fill(home, count);
            double first;
            try (Service service = Service.inside(home)) {
                first = service.secondsToReady();
            }
            try (Service service = Service.inside(home)) {
                askHot(service, count, first, setup);
            }
        }
    }

    private static void fill(Path home, int count) throws IOException {
        Models models = new Models(home);
        Path one = models.add("m0", "vae", "{\"architecture\": \"mlp\"}");
        for (int i = 1; i < count; i++) {
            models.copy(one, "m" + i);
        }
    }

    private void askHot(Service service, int count, double first, Setup setup) throws Exception {
        double seconds = setup.mode().choose(1.0, 5.0);
        int hot = Math.min(HOT, count);
        Load load = Load.median(service.port(), HOT, seconds, n -> sample("m" + n % hot, n));
        Load list =
                Load.median(service.port(), 1, seconds, n -> Request.get("/v1/models?limit=50", "application/json"));
        models.row(count, first, service.secondsToReady(), load.perSecond(), load.p50(), list.p50());
        setup.say(models.lastLine());
    }
}
