package dev.latent.dataset.source.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.source.file.FolderContent;
import dev.latent.dataset.source.file.LeftOut;
import dev.latent.dataset.source.file.SourceFile;
import dev.latent.dataset.source.file.SourceFiles;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UploadedContentTests {
    /** By the square of their number it would take minutes. */
    @Test
    void aQuarterOfAMillionFilesAreSortedInSeconds() {
        UploadedContent content = content(IntStream.range(0, 250_000)
                .<SourceFile>mapToObj(i -> new Named("c" + i % 10 + "/" + i + ".png"))
                .toList());

        assertTimeout(
                Duration.ofSeconds(10),
                () -> assertThat(content.leftOut(content.format())).isEmpty());
    }

    @Test
    void whatIsOfNoKindIsLeftOutWithTheReason() throws DatasetRefused {
        UploadedContent content = content(List.of(new Named("rows.csv"), new Named("notes.md")));

        assertThat(content.leftOut(content.format()))
                .containsExactly(LeftOut.file("notes.md", "it is not of the kind of rows.csv"));
    }

    private static UploadedContent content(List<SourceFile> files) {
        return new UploadedContent(
                new FolderContent(List.of(), List.of(), List.of()), new SourceFiles(files, List.of(), List.of()));
    }

    private record Named(String path) implements SourceFile {
        @Override
        public long size() {
            return 0;
        }

        @Override
        public InputStream open() {
            return InputStream.nullInputStream();
        }
    }
}
