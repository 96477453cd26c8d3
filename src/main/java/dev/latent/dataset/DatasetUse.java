package dev.latent.dataset;

import java.util.Optional;

/** Whoever uses datasets implements this, so that one in use isn't deleted. */
public interface DatasetUse {
    /** Who uses the dataset just now, in words for the client: {@code "training job 7f3a… (RUNNING)"}. */
    Optional<String> userOf(String dataset);
}
