package dev.latent.dataset.source.reading;

import dev.latent.dataset.DatasetLayout;
import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.TableLayout;
import dev.latent.dataset.ValueType;
import dev.latent.dataset.source.file.SourceFiles;
import dev.latent.sample.PictureForm;
import dev.latent.sample.SampleShape;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files that are to become a dataset.
 *
 * @param target the folder to prepare them in
 * @param source where they come from, in words
 */
public record ImportRequest(
        String name, SourceFiles files, ImportOptions options, ImportLimits limits, Path target, String source) {
    /** What a message about all of the files names: the only one, or the dataset. */
    String subject() {
        return files.files().size() == 1 ? files.files().get(0).path() : name;
    }

    /**
     * @param file what tells the shape
     * @throws DatasetRefused if a sample would be larger than is taken
     */
    public DatasetLayout layout(String file, SampleShape shape, @Nullable List<String> classes, ValueType storage)
            throws DatasetRefused {
        requireTaken(file, shape);
        requireTaken(classes);
        return new DatasetLayout(name, shape, classes, storage, source, TableLayout.NAMELESS, null);
    }

    /** The same for pictures. @param first the size of one of them, which others may have, too */
    public DatasetLayout layout(
            SampleShape.Image first, @Nullable List<String> classes, ValueType storage, PictureForm pictures)
            throws DatasetRefused {
        requireTaken(classes);
        return new DatasetLayout(name, first, classes, storage, source, TableLayout.NAMELESS, pictures);
    }

    private void requireTaken(String file, SampleShape shape) throws DatasetRefused {
        long values = 1;
        for (int dimension : shape.dimensions()) {
            values = Math.min(Integer.MAX_VALUE, values * dimension);
        }
        if (values > limits.sampleValues()) {
            throw DatasetRefused.tooLarge(
                    file, "a sample has " + values + " values; at most " + limits.sampleValues() + " are taken");
        }
    }

    private void requireTaken(@Nullable List<String> classes) throws DatasetRefused {
        if (classes != null && classes.size() > limits.classes()) {
            throw DatasetRefused.tooLarge(
                    name, "there are " + classes.size() + " classes; at most " + limits.classes() + " are taken");
        }
    }
}
