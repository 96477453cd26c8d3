package dev.latent.demo;

import java.io.IOException;
import java.io.PrintStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for a small quality card of a model that was just trained, and says how good it is. */
final class Verdict {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SAMPLES = 500;
    private static final int PATIENCE_SECONDS = 90;

    private final ServiceClient service;
    private final PrintStream out;

    Verdict(ServiceClient service, PrintStream out) {
        this.service = service;
        this.out = out;
    }

    /** @param figure that says most of such a model */
    void tell(String model, String figure) throws IOException, InterruptedException {
        String card = "/v1/models/" + model + "/versions/latest/quality";
        service.post(card, JSON.createObjectNode().put("n", SAMPLES));
        for (int second = 0; second < PATIENCE_SECONDS; second++) {
            if (service.answers(card)) {
                out.println("  " + of(service.get(card), figure));
                return;
            }
            Thread.sleep(1000);
        }
        out.println(
                "  How good it is, is still being measured: " + service.uri().resolve(card));
    }

    /** The card's own, where the model loses to what takes no training; else the figure. */
    static String of(JsonNode card, String name) {
        if (card.path("verdict").isString()) {
            return card.path("verdict").stringValue();
        }
        for (JsonNode figure : card.path("figures")) {
            if (figure.path("name").asString().equals(name)) {
                JsonNode reference = figure.path("reference");
                String beside = reference.isObject()
                        ? " (%.3g: %s)"
                                .formatted(
                                        reference.path("value").asDouble(),
                                        reference.path("meaning").asString())
                        : "";
                return "%s %.3g%s".formatted(name, figure.path("value").asDouble(), beside);
            }
        }
        return "Its card has no " + name;
    }
}
