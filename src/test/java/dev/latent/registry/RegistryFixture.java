package dev.latent.registry;

import dev.latent.TestDatabase;
import dev.latent.family.Operation;
import dev.latent.family.folder.ModelDescription;
import dev.latent.family.folder.ModelDescription.DatasetReference;
import dev.latent.files.TemporaryFolders;
import dev.latent.registry.archive.ShippedModels;
import dev.latent.registry.archive.ShippedModelsProperties;
import dev.latent.sample.SampleShape;
import dev.latent.storage.DiskStorage;
import dev.latent.storage.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** A registry in a folder, on a database of its own. */
public final class RegistryFixture implements AutoCloseable {
    final List<String> inUse = new ArrayList<>();
    private final Path home;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    public RegistryFixture(Path home) {
        this(home, TestDatabase.H2);
    }

    public RegistryFixture(Path home, TestDatabase kind) {
        this(home, kind.migrated());
    }

    public RegistryFixture(Path home, DataSource dataSource) {
        this.home = home;
        bean(DataSource.class, () -> dataSource);
        bean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        bean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
        bean(RegistryProperties.class, () -> new RegistryProperties(home.resolve("models"), DataSize.ofMegabytes(1)));
        bean(Stores.class, () -> (kind, folder) -> storage(folder));
        bean(TemporaryFolders.class, () -> temporary(home.resolve("temporary")));
        bean(ModelUse.class, () -> (model, version) -> inUse);
        bean(ShippedModelsProperties.class, () -> new ShippedModelsProperties(home.resolve("shipped")));
        context.register(
                Transactions.class, ModelRows.class, KnownVersions.class, ArtifactStore.class, ModelRegistry.class);
        context.register(RegistryRebuild.class, FollowedChanges.class, ShippedModels.class);
        context.refresh();
    }

    private static DiskStorage storage(Path folder) {
        try {
            return new DiskStorage(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TemporaryFolders temporary(Path folder) {
        try {
            return TemporaryFolders.in(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> void bean(Class<T> type, Supplier<T> supplier) {
        context.registerBean(type, supplier);
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public ModelRegistry registry() {
        return get(ModelRegistry.class);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(get(PlatformTransactionManager.class));
    }

    public Path folder(String model, int version) {
        return home.resolve("models").resolve(model).resolve(String.valueOf(version));
    }

    /** A version's folder as a run leaves it. */
    public Path trained(String family, String weights) throws IOException {
        Path folder = Files.createDirectories(home.resolve("runs/" + UUID.randomUUID()));
        Files.write(folder.resolve("model.json"), JsonMapper.shared().writeValueAsBytes(description(family)));
        Files.writeString(folder.resolve("decoder.safetensors"), weights);
        return folder;
    }

    static ModelDescription description(String family) {
        return new ModelDescription(
                ModelDescription.FORMAT_VERSION,
                family,
                Set.of(Operation.GENERATE),
                JsonNodeFactory.instance.objectNode().put("latentDim", 2),
                new SampleShape.Image(1, 28, 28),
                List.of("0", "1"),
                null,
                List.of(new DatasetReference("digits", "d1")),
                7,
                null,
                1,
                "test",
                Instant.parse("2026-01-02T03:04:05Z"));
    }

    @Override
    public void close() {
        context.close();
    }

    @EnableTransactionManagement
    static class Transactions {}
}
