package dev.latent.bench;

import dev.latent.dataset.MadeUpImages;
import dev.latent.run.Setting;
import java.nio.file.Path;
import java.util.List;

/** Whether memory stays flat over many steps and many inferences; only by name, or with the profile {@code soak}. */
final class SoakPart implements Part {
    private static final int POINTS = 40;
    private static final int CLIENTS = 8;
    private static final String HEAP = "256m";

    private final Table table = new Table(
            "Memory over time.",
            "Resident megabytes of the process, or those of its objects after a full collection: the mean of the second fifth of the work, the most since, the mean of the last fifth, and the growth from mean to mean.",
            "work",
            "count",
            "MB warm",
            "MB at most",
            "MB at the end",
            "growth, %",
            "curve, MB");

    @Override
    public String name() {
        return "soak";
    }

    @Override
    public List<Table> measure(Setup setup) throws Exception {
        if (setup.wants("training")) {
            training(setup);
        }
        if (setup.wants("inference")) {
            inference(setup);
        }
        return List.of(table);
    }

    private void training(Setup setup) throws Exception {
        long steps = setup.mode().choose(4_000L, 20_000L);
        Path dataset = MadeUpImages.write(setup.scratch().resolve("dataset"), 10_000);
        Setting setting =
                new Setting("vae", 128, "float32", Runtime.getRuntime().availableProcessors());
        Curve curve = new Curve("training steps", steps, POINTS);
        RunProcess.run(
                setup.scratch().resolve("run"),
                setting,
                dataset,
                steps,
                (report, pid) ->
                        curve.at(report.path("step").asLong(), Resident.of(pid).all()));
        curve.tell(table);
    }

    private void inference(Setup setup) throws Exception {
        long requests = setup.mode().choose(20_000L, 200_000L);
        Path home = setup.scratch().resolve("home");
        new Models(home).add("vae", "vae", "{\"architecture\": \"mlp\"}");
        Curve resident = new Curve("inferences, heap of " + HEAP, requests, POINTS);
        Curve live = new Curve("inferences, live objects", requests, POINTS);
        try (Service service = Service.withFixedHeap(home, HEAP)) {
            long done = 0;
            while (done < requests) {
                long before = done;
                Load load = Load.of(
                        service.port(),
                        CLIENTS,
                        1,
                        n -> Request.get("/v1/models/vae/samples?count=1&seed=" + (before + n), "image/png"));
                done += load.millis().length;
                resident.at(Math.min(done, requests), Resident.of(service.pid()).all());
                live.at(Math.min(done, requests), LiveObjects.megabytes(service.pid()));
            }
        }
        resident.tell(table);
        live.tell(table);
    }
}
