package dev.latent.dataset;

import java.util.List;
import java.util.Optional;

/** A place that datasets come from. */
public interface DatasetOrigins {
    /** All that are there now. */
    List<DatasetOrigin> all();

    /** The one of a name that is there now. */
    default Optional<DatasetOrigin> find(String name) {
        return all().stream().filter(origin -> origin.name().equals(name)).findFirst();
    }
}
