package dev.latent.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Requests on this machine: many at once or one, batched or each with a forward of its own, and beside a training. */
final class InferencePart implements Part {
    private static final String PNG = "image/png";
    private static final int MANY = 64;
    private static final double WARMING = 10;
    private static final int TURNS = 5;

    private final InferenceTables tables = new InferenceTables();

    /** @param url of the requests, and whether they bring a picture */
    private record Operation(String name, String model, IntFunction<Request> requests) {}

    @Override
    public String name() {
        return "inference";
    }

    @Override
    public List<Table> measure(Setup setup) throws Exception {
        double seconds = setup.mode().choose(1.0, 5.0);
        Path home = home(setup, "home");
        try (Service service = Service.inside(home)) {
            byte[] picture = picture(service);
            warm(service, picture, seconds);
            inProcess(service, seconds, setup);
            besideTraining(service, seconds, setup);
            try (Service apart = Service.inside(home(setup, "apart"), "--latent.inference.batching=false")) {
                warm(apart, picture, seconds);
                batching(service, apart, seconds, picture, setup);
            }
        }
        return tables.all();
    }

    private static Path home(Setup setup, String name) throws IOException {
        Path home = setup.scratch().resolve(name);
        Models models = new Models(home);
        models.add("vae", "vae", "{\"architecture\": \"mlp\"}");
        models.add("conv-vae", "vae", "{}");
        models.add("cgan", "cgan", "{}");
        models.add("denoiser", "denoising-autoencoder", "{\"architecture\": \"conv\"}");
        return home;
    }

    private static List<Operation> operations(byte[] picture) {
        return List.of(
                samples("vae"),
                samples("conv-vae"),
                samples("cgan"),
                new Operation(
                        "denoise", "denoiser", n -> Request.post("/v1/models/denoiser/denoise", PNG, picture, PNG)));
    }

    private static Operation samples(String model) {
        String url = "/v1/models/" + model + "/samples?count=1&seed=";
        return new Operation("samples of " + model, model, n -> Request.get(url + n, PNG));
    }

    private static byte[] picture(Service service) throws Exception {
        try (HttpConnection connection = new HttpConnection(service.port())) {
            return connection
                    .exchange(Request.get("/v1/models/vae/samples?count=1&seed=1", PNG))
                    .body();
        }
    }

    /** In turn, so that what slows the machine for a while slows all of them. */
    private void batching(Service together, Service apart, double seconds, byte[] picture, Setup setup)
            throws Exception {
        for (Operation operation : operations(picture)) {
            for (int clients : new int[] {1, MANY}) {
                List<Load> shared = new ArrayList<>();
                List<Load> alone = new ArrayList<>();
                List<Load> ready = new ArrayList<>();
                for (int i = 0; i < TURNS; i++) {
                    shared.add(Load.of(together.port(), clients, seconds, operation.requests));
                    alone.add(Load.of(apart.port(), clients, seconds, operation.requests));
                    ready.add(Load.of(together.port(), clients, seconds, n -> Request.get("/bench/ready", PNG)));
                }
                tables.batching(
                        operation.name, clients, Load.middle(shared), Load.middle(alone), Load.middle(ready), setup);
            }
        }
    }

    private static Load load(Service service, int clients, double seconds, Operation operation) throws Exception {
        return Load.median(service.port(), clients, seconds, operation.requests);
    }

    private void inProcess(Service service, double seconds, Setup setup) throws Exception {
        for (String model : List.of("vae", "cgan")) {
            for (int clients : new int[] {1, MANY}) {
                String at = "?model=" + model + "&clients=" + clients + "&seconds=" + seconds;
                service.get("/bench/generation" + at);
                double ours = Double.parseDouble(service.get("/bench/generation" + at));
                double predictor = Double.parseDouble(service.get("/bench/predictor" + at + "&rows=1"));
                tables.inProcess(model, clients, ours, predictor);
            }
            String at = "?model=" + model + "&clients=1&seconds=" + seconds;
            tables.encoder(
                    model,
                    Double.parseDouble(service.get("/bench/png" + at)),
                    Double.parseDouble(service.get("/bench/predictor" + at + "&rows=1")),
                    Double.parseDouble(service.get("/bench/predictor" + at + "&rows=64")) * 64);
        }
    }

    private void besideTraining(Service service, double seconds, Setup setup) throws Exception {
        Operation operation = samples("vae");
        for (int clients : new int[] {1, 8}) {
            Load quiet = load(service, clients, 2 * seconds, operation);
            String job = Training.start(service);
            Load busy = load(service, clients, 2 * seconds, operation);
            Training.stop(service, job);
            tables.besideTraining(clients, quiet, busy, besideEmptyLoops(service, clients, seconds, operation, setup));
        }
    }

    private static Load besideEmptyLoops(Service service, int clients, double seconds, Operation operation, Setup setup)
            throws Exception {
        try (EmptyLoops loops = EmptyLoops.start(setup.scratch())) {
            return load(service, clients, 2 * seconds, operation);
        }
    }

    /** Until what the requests run is compiled. */
    private static void warm(Service service, byte[] picture, double seconds) throws Exception {
        for (Operation operation : operations(picture)) {
            Load.of(service.port(), MANY, WARMING * seconds, operation.requests);
        }
    }
}
