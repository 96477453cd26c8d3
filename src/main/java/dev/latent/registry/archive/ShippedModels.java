package dev.latent.registry.archive;

import dev.latent.family.folder.ModelFolder;
import dev.latent.files.TemporaryFolder;
import dev.latent.files.TemporaryFolders;
import dev.latent.registry.ModelRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Publishes the models that come with the service: those in {@code latent.models.directory}, a folder a model, and
 * those in the jar. A name that the registry ever held is left alone, so what was deleted stays deleted.
 */
@Component
public class ShippedModels {
    private static final Logger LOG = LoggerFactory.getLogger(ShippedModels.class);

    private final ShippedModelsProperties properties;
    private final ModelRegistry registry;
    private final TemporaryFolders temporary;

    ShippedModels(ShippedModelsProperties properties, ModelRegistry registry, TemporaryFolders temporary) {
        this.properties = properties;
        this.registry = registry;
        this.temporary = temporary;
    }

    void publish() throws IOException {
        if (Files.isDirectory(properties.directory())) {
            publishFrom(properties.directory());
        }
        try (TemporaryFolder unpacked = temporary.create("shipped-")) {
            unpack(unpacked.path());
            publishFrom(unpacked.path());
        }
    }

    private void publishFrom(Path directory) throws IOException {
        try (var folders = Files.list(directory)) {
            folders.filter(folder -> Files.exists(folder.resolve(ModelFolder.DESCRIPTION)))
                    .sorted()
                    .forEach(this::publishOnce);
        }
    }

    private void publishOnce(Path folder) {
        String name = folder.getFileName().toString();
        try {
            registry.publishFirst(name, folder);
        } catch (RuntimeException e) {
            LOG.warn("The shipped model '{}' can't be published", name, e);
        }
    }

    private static void unpack(Path target) throws IOException {
        for (Resource file : inJar()) {
            String[] path = file.getURL().getPath().split("/");
            Path folder = Files.createDirectories(target.resolve(path[path.length - 2]));
            try (InputStream in = file.getInputStream()) {
                Files.copy(in, folder.resolve(path[path.length - 1]));
            } catch (IOException e) {
                throw new UncheckedIOException("a shipped model can't be unpacked", e);
            }
        }
    }

    private static List<Resource> inJar() throws IOException {
        List<Resource> files = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:shipped-models/*/*")) {
            if (file.isReadable()) {
                files.add(file);
            }
        }
        return files;
    }
}
