package dev.latent.dataset.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.dataset.Dataset;
import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.source.file.FolderContent;
import dev.latent.dataset.source.file.FolderFile;
import dev.latent.dataset.source.file.OpenedFiles;
import dev.latent.dataset.source.file.SourceFiles;
import dev.latent.dataset.source.reading.ImportOptions;
import dev.latent.dataset.source.reading.ImportReport;
import dev.latent.dataset.source.reading.ImportRequest;
import dev.latent.files.AtomicFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Imports files as an upload does, without HTTP. */
public final class TestImport {
    private final Path home;
    private final List<FolderFile> files = new ArrayList<>();
    private ImportOptions options = ImportOptions.none();
    private ImportLimits limits = ImportLimits.usual();

    public TestImport(Path home) {
        this.home = home;
    }

    public TestImport file(String name, byte[] content) {
        try {
            Path stored = Files.createDirectories(home.resolve("files")).resolve(Integer.toString(files.size()));
            files.add(FolderFile.of(name, Files.write(stored, content)));
            return this;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public TestImport text(String name, String... lines) {
        return file(name, String.join("\n", lines).getBytes());
    }

    public TestImport options(ImportOptions wanted) {
        options = wanted;
        return this;
    }

    public TestImport limits(ImportLimits wanted) {
        limits = wanted;
        return this;
    }

    public Dataset prepared() throws IOException {
        report();
        return Dataset.open(target());
    }

    private Path target() {
        return home.resolve("prepared").resolve("test");
    }

    public ImportReport report() throws IOException {
        try (OpenedFiles opened = OpenedFiles.of(new FolderContent(files, List.of(), List.of()), true, limits);
                AtomicFolder aside = AtomicFolder.of(target())) {
            SourceFiles files = SourceFormats.lookedInto(opened.files());
            ImportReport report = SourceFormats.of(files)
                    .orElseThrow()
                    .prepare(new ImportRequest("test", files, options, limits, aside.path(), "a test"));
            aside.publish();
            return report;
        }
    }

    /** The import is refused, says why, and leaves nothing. */
    public void assertRefused(String... messages) {
        assertThatThrownBy(this::prepared)
                .isInstanceOf(DatasetRefused.class)
                .message()
                .contains(messages);
        assertThat(home.resolve("prepared"))
                .satisfiesAnyOf(
                        prepared -> assertThat(prepared).doesNotExist(),
                        prepared -> assertThat(prepared).isEmptyDirectory());
    }

    public void assertTooLarge(String... messages) {
        assertRefused(messages);
        assertThatThrownBy(this::prepared)
                .isInstanceOfSatisfying(
                        DatasetRefused.class,
                        refused -> assertThat(refused.isTooLarge()).isTrue());
    }
}
