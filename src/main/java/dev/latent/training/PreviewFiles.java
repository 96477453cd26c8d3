package dev.latent.training;

import dev.latent.paging.PageRequest;
import dev.latent.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pictures that a run has drawn, by step. */
record PreviewFiles(RunFolder folder) {
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})\\.png");

    /** In order, one more than the page holds. */
    List<Long> steps(PageRequest page) throws IOException {
        Long after = page.afterNumber();
        try (Stream<Path> files = Files.list(folder.previews())) {
            return files.map(file -> NAME.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches())
                    .map(name -> Long.valueOf(name.group(1)))
                    .filter(step -> after == null || step > after)
                    .sorted()
                    .limit(page.limit() + 1L)
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException e) {
            return List.of();
        }
    }

    /** @throws NoSuchFileException if there is none */
    byte[] read(long step) throws IOException {
        return Files.readAllBytes(folder.previews().resolve(step + ".png"));
    }
}
