package dev.latent.dataset.source;

import dev.latent.dataset.DatasetRefused;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The labels that occur in the training split, in order, are the classes; a label that doesn't occur there is none. */
final class IdxLabels {
    private static final int BLOCK = 1 << 16;

    private final @Nullable List<String> names;
    private final int[] index = new int[256];

    private IdxLabels(boolean labelled, boolean[] occurs) {
        Arrays.fill(index, -1);
        List<String> found = new ArrayList<>();
        for (int label = 0; label < occurs.length; label++) {
            if (occurs[label]) {
                index[label] = found.size();
                found.add(Integer.toString(label));
            }
        }
        names = labelled ? List.copyOf(found) : null;
    }

    /** @param file the training labels, or null where there are none */
    static IdxLabels of(@Nullable SourceFile file) throws IOException {
        boolean[] occurs = new boolean[256];
        if (file != null) {
            try (IdxFile labels = IdxFile.open(file)) {
                for (int done = 0; done < labels.count(); done += BLOCK) {
                    for (byte label : labels.next(Math.min(BLOCK, labels.count() - done))) {
                        occurs[label & 0xFF] = true;
                    }
                }
            }
        }
        return new IdxLabels(file != null, occurs);
    }

    @Nullable
    List<String> names() {
        return names;
    }

    int[] indices(byte[] labels, SourceFile file) throws DatasetRefused {
        int[] indices = new int[labels.length];
        for (int i = 0; i < labels.length; i++) {
            indices[i] = index[labels[i] & 0xFF];
            if (indices[i] < 0) {
                throw new DatasetRefused(
                        file.path(), "label " + (labels[i] & 0xFF) + " is not among the training labels " + names);
            }
        }
        return indices;
    }
}
