package dev.latent.dataset.source;

import dev.latent.dataset.DatasetName;
import dev.latent.dataset.DatasetOrigin;
import dev.latent.dataset.DatasetOrigins;
import dev.latent.dataset.DatasetWriter;
import dev.latent.home.LatentHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What clients sent: {@code datasets/uploaded} of the home. What an upload left there whose process was killed is
 * removed at the start, once the database is open: only one process can have the embedded one, so no other is at work.
 */
@Component
@Order(2)
@DependsOnDatabaseInitialization
class UploadedDatasets implements DatasetOrigins {
    private static final Logger log = LoggerFactory.getLogger(UploadedDatasets.class);

    private final Path folder;

    UploadedDatasets(LatentHome home) {
        folder = home.resolve("datasets").resolve("uploaded");
        try {
            DatasetWriter.removeUnfinished(folder);
        } catch (IOException e) {
            log.warn("What is left of an earlier upload can't be removed: {}", e.toString());
        }
    }

    UploadedDataset named(String name) {
        return new UploadedDataset(name, folder.resolve(name));
    }

    @Override
    public List<DatasetOrigin> all() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.map(path -> path.getFileName().toString())
                    .filter(DatasetName::isValid)
                    .filter(name -> Files.isRegularFile(folder.resolve(name).resolve("dataset.json")))
                    .sorted()
                    .<DatasetOrigin>map(this::named)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
