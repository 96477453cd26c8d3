package dev.latent.inference.stream;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What gives the parts of an answer, in their order: each as a task that any thread may do. */
public interface PartSource {
    /** Null after the last. */
    @Nullable
    Callable<Part> next() throws IOException;
}
