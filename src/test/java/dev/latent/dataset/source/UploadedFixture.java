package dev.latent.dataset.source;

import dev.latent.TestDatabase;
import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetWriter;
import dev.latent.dataset.Split;
import dev.latent.dataset.ValueType;
import dev.latent.dataset.source.upload.UploadedDatasets;
import dev.latent.dataset.source.upload.UploadedRows;
import dev.latent.home.LatentHome;
import dev.latent.sample.SampleShape;
import dev.latent.storage.DiskStorage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A table of uploaded datasets, and where their files are. */
public final class UploadedFixture {
    private final Path home;
    private final JdbcClient jdbc;

    public UploadedFixture(Path home) {
        this(home, TestDatabase.H2);
    }

    public UploadedFixture(Path home, TestDatabase kind) {
        this.home = home;
        jdbc = JdbcClient.create(kind.migrated());
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /** As a service that starts, or another one on the same database, does it. */
    public UploadedDatasets open() throws IOException {
        return new UploadedDatasets(new UploadedRows(jdbc), (kind, folder) -> storage(folder), new LatentHome(home));
    }

    private static DiskStorage storage(Path folder) {
        try {
            return new DiskStorage(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the files of uploaded datasets are. */
    public Path folder() {
        return home.resolve("datasets").resolve("uploaded");
    }

    /** Writes a dataset of one sample. */
    public static void write(Path folder, String name, float sample) throws IOException {
        DatasetLayout layout = new DatasetLayout(name, new SampleShape.Vector(1), null, ValueType.FLOAT32, "a test");
        try (DatasetWriter writer = DatasetWriter.create(folder, layout)) {
            writer.add(Split.TRAIN, new float[] {sample}, null);
            writer.finish();
        }
    }
}
