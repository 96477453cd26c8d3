package dev.latent.registry.archive;

import ai.djl.ndarray.NDManager;
import dev.latent.family.folder.ModelFolder;
import dev.latent.files.BoundedInput;
import dev.latent.files.TemporaryFolder;
import dev.latent.files.TemporaryFolders;
import dev.latent.measure.ThresholdFile;
import dev.latent.nn.engine.ComputeDevice;
import dev.latent.problem.ClientText;
import dev.latent.problem.Problem;
import dev.latent.registry.ModelName;
import dev.latent.registry.ModelRegistry;
import dev.latent.registry.ModelVersion;
import dev.latent.registry.RegistryProperties;
import dev.latent.registry.VersionFinding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Publishes a version that comes from a client: nothing is published unless it can be loaded. */
@Component
public class VersionImport {
    private static final int AT_ONCE = 2;

    private final ModelRegistry registry;
    private final TemporaryFolders temporary;
    private final long maxBytes;
    private final Semaphore turns = new Semaphore(AT_ONCE);

    VersionImport(ModelRegistry registry, TemporaryFolders temporary, RegistryProperties properties) {
        this.registry = registry;
        this.temporary = temporary;
        this.maxBytes = properties.maxImport().toBytes();
    }

    /**
     * @param archive what {@link VersionArchive#write} wrote, or anything else
     * @throws Problem 400 or 413 where it is something else, 409 if the name holds another family
     */
    public ModelVersion publish(String model, InputStream archive) throws IOException {
        ModelName.require(model);
        if (!turns.tryAcquire()) {
            throw Problem.unavailable(Duration.ofSeconds(10), "other imports are under way; try again");
        }
        try (TemporaryFolder aside = temporary.create("import-")) {
            Path folder = Files.createDirectory(aside.path().resolve("version"));
            new ReceivedArchive(receive(archive, aside.path().resolve("upload.zip")), maxBytes).unpack(folder);
            requireUsable(folder);
            dropFindings(folder);
            return registry.publish(model, folder, null);
        } finally {
            turns.release();
        }
    }

    /** What others say of a version's quality is not what this service has measured. */
    private static void dropFindings(Path folder) throws IOException {
        for (VersionFinding finding : VersionFinding.values()) {
            Files.deleteIfExists(folder.resolve(finding.file()));
        }
    }

    private Path receive(InputStream archive, Path file) throws IOException {
        try (InputStream bounded = new BoundedInput(archive, maxBytes, this::tooLarge)) {
            Files.copy(bounded, file);
        }
        return file;
    }

    private Problem tooLarge() {
        return Problem.tooLarge(
                "an export of at most " + maxBytes + " bytes may be imported (latent.registry.max-import)");
    }

    private static void requireUsable(Path folder) {
        try (NDManager manager = ComputeDevice.newManager()) {
            DescriptionCheck.require(ModelFolder.read(folder));
            ModelFolder.load(folder, manager);
            ThresholdFile.read(folder);
        } catch (IOException | RuntimeException e) {
            throw Problem.badBody("the version in it can't be used: " + ClientText.of(e));
        }
    }
}
