package dev.latent.dataset.source;

import dev.latent.dataset.DatasetName;
import dev.latent.dataset.DatasetOrigin;
import dev.latent.dataset.DatasetOrigins;
import dev.latent.dataset.DatasetProperties;
import dev.latent.home.LatentHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Every folder in {@code latent.datasets.directory} that holds data in a known format is a dataset of its name. */
@Component
@Order(3)
public class FoundDatasets implements DatasetOrigins {
    private static final Logger log = LoggerFactory.getLogger(FoundDatasets.class);

    private final DatasetProperties properties;
    private final Path cache;

    public FoundDatasets(DatasetProperties properties, LatentHome home) {
        this.properties = properties;
        cache = home.resolve("caches").resolve("datasets");
    }

    @Override
    public List<DatasetOrigin> all() {
        Path directory = properties.directory();
        if (directory == null) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            List<DatasetOrigin> found = new ArrayList<>();
            entries.filter(Files::isDirectory).sorted().forEach(folder -> add(folder, found));
            return found;
        } catch (IOException e) {
            log.warn("The datasets in {} can't be listed: {}", directory, e.toString());
            return List.of();
        }
    }

    private void add(Path folder, List<DatasetOrigin> found) {
        if (DatasetName.isValid(folder.getFileName().toString())) {
            found.add(new FoundDataset(folder, cache, properties.limits()));
        } else {
            log.warn("The folder {} is left out: a dataset's name is {}", folder, DatasetName.RULE);
        }
    }
}
