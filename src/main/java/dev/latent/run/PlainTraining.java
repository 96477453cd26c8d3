package dev.latent.run;

import dev.latent.family.Json;
import java.io.IOException;
import java.io.PrintStream;

/** Trains in this process what {@code run.json} asks for, to its end. A second one over the same folder goes on where the first one ended. */
public record PlainTraining(RunFolder folder) {
    /** @param out where a person reads how far it is */
    public void run(PrintStream out) throws IOException, RunFailure {
        try (RunLock lock = RunLock.of(folder)) {
            RunRequest request = Json.MAPPER.readValue(folder.request(), RunRequest.class);
            new Run(folder, request, new ProgressBar(out), false).run(() -> false);
        }
    }
}
