package dev.latent.dataset.source.file;

import dev.latent.image.PictureKind;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A file that is a picture, though its name doesn't say so. */
public record PictureByContent(SourceFile file) implements SourceFile {
    /** The file itself where it is none. */
    public static SourceFile look(SourceFile file) {
        try (InputStream in = file.open()) {
            Optional<PictureKind> kind = PictureKind.of(in.readNBytes(PictureKind.HEAD));
            return kind.filter(PictureKind::isUnmistakable).isPresent() ? new PictureByContent(file) : file;
        } catch (IOException e) {
            return file;
        }
    }

    @Override
    public String path() {
        return file.path();
    }

    @Override
    public long size() {
        return file.size();
    }

    @Override
    public InputStream open() throws IOException {
        return file.open();
    }
}
