package dev.latent.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.training.job.JobEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

@TrainingTest
class EventTests {
    @Autowired
    RestTestClient http;

    @Autowired
    ScriptedTrainer trainer;

    @LocalServerPort
    int port;

    private TrainingClient client;

    @BeforeEach
    void start() {
        client = new TrainingClient(http);
        trainer.behave("finish");
    }

    @Test
    void theEventsOfAJobEndWhenItDoes() throws Exception {
        List<Event> events = listen(client.submit("told"), 0);

        assertThat(events).extracting(Event::name).contains("status", "progress", "epoch", "preview");
        assertThat(events)
                .extracting(Event::id)
                .isEqualTo(LongStream.rangeClosed(1, events.size()).boxed().toList());
        assertThat(events.get(0).data()).isEqualTo("{\"status\":\"QUEUED\"}");
        assertThat(events.get(events.size() - 1).data()).isEqualTo("{\"status\":\"SUCCEEDED\"}");
    }

    @Test
    void whoListensAgainHearsOnlyWhatCameAfter() throws Exception {
        String id = client.submit("resumed");
        List<Event> all = listen(id, 0);

        assertThat(listen(id, 2)).isEqualTo(all.subList(2, all.size()));
    }

    @Test
    void whoHasHeardAllOfAFinishedJobIsToldNotToAskAgain() throws Exception {
        String id = client.submit("all-heard");
        List<Event> all = listen(id, 0);

        http.get()
                .uri("/v1/training-jobs/" + id + "/events")
                .header("Last-Event-ID", String.valueOf(all.size()))
                .exchange()
                .expectStatus()
                .isNoContent();
    }

    @Test
    void aPreviewTellsWhereItIs() throws Exception {
        String id = client.submit("preview");

        assertThat(listen(id, 0)).anySatisfy(event -> {
            assertThat(event.name()).isEqualTo("preview");
            assertThat(event.data()).contains("\"url\":\"/v1/training-jobs/" + id + "/previews/100\"");
        });
    }

    @Test
    void progressIsKeptOnlyAsFarAsItIsNew() throws Exception {
        trainer.behave("flood");
        String id = client.submit("flooded");
        client.await(id, JobStatus.SUCCEEDED);

        assertThat(listen(id, 0).stream().filter(event -> event.name().equals("progress")))
                .hasSize(JobEvent.Name.PROGRESS.kept());
    }

    private List<Event> listen(String job, long after) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/v1/training-jobs/" + job + "/events"))
                .header("Last-Event-ID", String.valueOf(after))
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<java.io.InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            return events(lines);
        }
    }

    private static List<Event> events(BufferedReader lines) throws IOException {
        List<Event> events = new ArrayList<>();
        Event event = new Event(0, "", "");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("id:")) {
                event = new Event(Long.parseLong(line.substring(3)), "", "");
            } else if (line.startsWith("event:")) {
                event = new Event(event.id(), line.substring(6), "");
            } else if (line.startsWith("data:")) {
                events.add(new Event(event.id(), event.name(), line.substring(5)));
            }
        }
        return events;
    }

    private record Event(long id, String name, String data) {}
}
