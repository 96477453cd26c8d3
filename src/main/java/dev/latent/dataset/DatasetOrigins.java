package dev.latent.dataset;

import java.util.List;

/** A place that datasets come from, as it is when the service starts. */
public interface DatasetOrigins {
    List<DatasetOrigin> all();
}
