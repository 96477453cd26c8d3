package dev.latent.dataset.source.found;

import dev.latent.dataset.DatasetName;
import dev.latent.dataset.DatasetOrigin;
import dev.latent.dataset.DatasetOrigins;
import dev.latent.dataset.DatasetProperties;
import dev.latent.home.LatentHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private static final Logger LOG = LoggerFactory.getLogger(FoundDatasets.class);

    private final List<DatasetOrigin> found;

    /** Looks which folders there are; whether they hold datasets is found out later. */
    public FoundDatasets(DatasetProperties properties, LatentHome home) {
        Path directory = properties.directory();
        Path cache = home.resolve("caches").resolve("datasets");
        found = directory == null
                ? List.of()
                : folders(directory).stream()
                        .flatMap(folder -> FoundDataset.of(folder, cache, properties.limits()))
                        .toList();
    }

    @Override
    public List<DatasetOrigin> all() {
        return found;
    }

    private static List<Path> folders(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory)
                    .filter(FoundDatasets::hasName)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            LOG.warn("The datasets in {} can't be listed: {}", directory, e.toString());
            return List.of();
        }
    }

    private static boolean hasName(Path folder) {
        boolean valid = DatasetName.isValid(folder.getFileName().toString());
        if (!valid) {
            LOG.warn("The folder {} is left out: a dataset's name is {}", folder, DatasetName.RULE);
        }
        return valid;
    }
}
