package dev.latent.bench;

import dev.latent.dataset.MadeUpImages;
import dev.latent.run.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The same run on ten thousand and on a million samples. */
final class DataPart implements Part {
    private final Table table = new Table(
            "Samples on disk.",
            "A VAE run, batch 128, as the service starts it: samples a second of its progress reports, and its resident"
                    + " megabytes at the end: all, and without the pages of mapped files.",
            "samples",
            "samples/s",
            "MB",
            "MB without mapped files");

    @Override
    public String name() {
        return "data";
    }

    @Override
    public List<Table> measure(Setup setup) throws Exception {
        for (int count : new int[] {10_000, 1_000_000}) {
            Path dataset = MadeUpImages.write(setup.scratch().resolve("dataset-" + count), count);
            List<Double> speeds = new ArrayList<>();
            List<Resident> memory = new ArrayList<>();
            Setting setting =
                    new Setting("vae", 128, "float32", Runtime.getRuntime().availableProcessors());
            RunProcess.run(
                    setup.scratch().resolve("run-" + count),
                    setting,
                    dataset,
                    setup.mode().choose(1_500, 20_000),
                    (report, pid) -> {
                        speeds.add(report.path("samplesPerSecond").asDouble());
                        memory.add(Resident.of(pid));
                    });
            Resident last = memory.get(memory.size() - 1);
            table.row(count, Spread.of(speeds.subList(speeds.size() / 3, speeds.size())), last.all(), last.own());
            setup.say(table.lastLine());
        }
        return List.of(table);
    }
}
