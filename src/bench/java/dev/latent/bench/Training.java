package dev.latent.bench;

import dev.latent.family.Json;
import java.io.IOException;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A training job that goes on until it is stopped. */
final class Training {
    private static final long LONGEST_WAIT_MILLIS = 180_000;

    private Training() {}

    /** Comes back when it trains. */
    static String start(Service service) throws IOException {
        String body = "{\"family\": \"vae\", \"dataset\": \"digits\", \"model\": \"in-training\", \"epochs\": 10000}";
        String job = Json.MAPPER
                .readTree(service.ask(Request.postJson("/v1/training-jobs", body)))
                .get("id")
                .asString();
        await(service, job, view -> view.path("progress").path("step").asLong(0) > 0);
        return job;
    }

    static void stop(Service service, String job) throws IOException {
        service.ask(Request.postJson("/v1/training-jobs/" + job + "/cancel", ""));
        await(service, job, view -> view.get("status").asString().equals("CANCELLED"));
    }

    private static void await(Service service, String job, Predicate<JsonNode> condition) throws IOException {
        long until = System.currentTimeMillis() + LONGEST_WAIT_MILLIS;
        JsonNode view = Json.MAPPER.readTree(service.get("/v1/training-jobs/" + job));
        while (!condition.test(view)) {
            if (System.currentTimeMillis() > until
                    || view.get("status").asString().equals("FAILED")) {
                throw new IOException("the training job does not get on: " + view);
            }
            Service.pause(100);
            view = Json.MAPPER.readTree(service.get("/v1/training-jobs/" + job));
        }
    }
}
