package dev.latent.bench;

import dev.latent.family.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What submitting and listing cost as jobs wait and as they pile up. */
final class JobGrowth {
    private static final int ASKED = 30;
    private static final int AT_ONCE = 5_000;

    private final Service service;
    private final Setup setup;
    private final Table queued = new Table(
            "Queued jobs.",
            "One client, while another job trains.",
            "waiting",
            "submit, ms",
            "list of 50, ms",
            "one job, ms");
    private final Table finished = new Table(
            "Finished jobs.",
            "One client.",
            "finished",
            "first page of 50, ms",
            "20th page, ms",
            "first page of one status, ms");

    JobGrowth(Service service, Setup setup) {
        this.service = service;
        this.setup = setup;
    }

    List<Table> measure() throws Exception {
        String running = Training.start(service);
        byWaiting();
        Training.stop(service, running);
        byFinished(running);
        return List.of(queued, finished);
    }

    private void byWaiting() throws IOException {
        int most = setup.mode().choose(1_000, 10_000);
        int waiting = 0;
        try (HttpConnection client = new HttpConnection(service.port())) {
            for (int mark = ASKED; mark <= most; mark = mark * 10 / (mark == ASKED ? 3 : 1)) {
                for (; waiting < mark - ASKED; waiting++) {
                    submit(client, waiting);
                }
                String last = "";
                List<Double> millis = new ArrayList<>();
                for (; waiting < mark; waiting++) {
                    long start = System.nanoTime();
                    last = submit(client, waiting);
                    millis.add((System.nanoTime() - start) / 1e6);
                }
                queued.row(
                        mark, Spread.of(millis), time("/v1/training-jobs?limit=50"), time("/v1/training-jobs/" + last));
                setup.say(queued.lastLine());
            }
        }
    }

    private static String submit(HttpConnection client, int number) throws IOException {
        String body = "{\"family\": \"vae\", \"dataset\": \"digits\", \"model\": \"m" + number + "\", \"steps\": 1}";
        HttpConnection.Answer answer = client.exchange(Request.postJson("/v1/training-jobs", body));
        if (answer.status() != 202) {
            throw new IOException("a job was not taken: " + answer.status() + " " + answer.text());
        }
        return Json.MAPPER.readTree(answer.body()).get("id").asString();
    }

    private void byFinished(String one) throws IOException {
        int there = 0;
        for (int count = 1; count <= 100_000; count *= 10) {
            for (; there < count; there += Math.min(AT_ONCE, count - there)) {
                int some = Math.min(AT_ONCE, count - there);
                service.ask(Request.postJson("/bench/finished-jobs?of=" + one + "&count=" + some, ""));
            }
            finished.row(
                    count,
                    time("/v1/training-jobs?limit=50"),
                    time(deep()),
                    time("/v1/training-jobs?limit=50&status=SUCCEEDED"));
            setup.say(finished.lastLine());
        }
    }

    /** The 20th page, or the last. */
    private String deep() throws IOException {
        String url = "/v1/training-jobs?limit=50&status=SUCCEEDED";
        String page = url;
        for (int i = 1; i < 20; i++) {
            JsonNode next = Json.MAPPER.readTree(service.get(page)).get("next");
            if (next.isNull()) {
                break;
            }
            page = url + "&cursor=" + next.asString();
        }
        return page;
    }

    private Spread time(String path) throws IOException {
        Request request = Request.get(path, "application/json");
        List<Double> millis = new ArrayList<>();
        try (HttpConnection client = new HttpConnection(service.port())) {
            for (int i = 0; i < 2 * ASKED; i++) {
                long start = System.nanoTime();
                HttpConnection.Answer answer = client.exchange(request);
                if (answer.status() != 200) {
                    throw new IOException(path + " answered " + answer.text());
                }
                millis.add((System.nanoTime() - start) / 1e6);
            }
        }
        return Spread.of(millis.subList(ASKED, millis.size()));
    }
}
