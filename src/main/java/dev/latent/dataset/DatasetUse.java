package dev.latent.dataset;

import java.util.List;

/** Whoever needs datasets implements this, so that one that is needed isn't deleted. */
public interface DatasetUse {
    /** Who needs the dataset, in words for the client: {@code "training job 7f3a… (CANCELLED)"}. */
    List<String> usersOf(DatasetDescription dataset);
}
