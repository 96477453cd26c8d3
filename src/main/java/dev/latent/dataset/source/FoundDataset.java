package dev.latent.dataset.source;

import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.DatasetOrigin;
import dev.latent.dataset.Datasets;
import dev.latent.dataset.Sha256;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A folder of files in a format. It is prepared anew when a file's name, size or time has changed. */
record FoundDataset(String name, List<FolderFile> files, SourceFormat format, Path cache) implements DatasetOrigin {
    private static final int FINGERPRINT_DIGITS = 16;
    private static final String PREPARATION = "1 ";

    @Override
    public Path folder() {
        String fingerprint = files.stream()
                .map(file -> file.path() + " " + file.size() + " " + file.modified())
                .collect(Collectors.joining("\n", PREPARATION, ""));
        return cache.resolve(name + "-" + Sha256.of(fingerprint).substring(0, FINGERPRINT_DIGITS));
    }

    @Override
    public Optional<DatasetDescription> describe(Datasets others) {
        return Optional.empty();
    }

    @Override
    public void prepare(Datasets others) throws IOException {
        format.prepare(name, files, folder());
    }
}
