package dev.latent.dataset.source.upload;

import dev.latent.dataset.DatasetDescription;
import dev.latent.storage.Storage;
import dev.latent.storage.StorageKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the table and the storage of uploaded datasets agree, after a process ended between the two or a table was lost. */
record UploadedCheck(UploadedRows rows, Storage storage) {
    private static final Logger LOG = LoggerFactory.getLogger(UploadedCheck.class);

    /** Folders of the first versions are called as their dataset. */
    private static final Pattern OWN_NAME = Pattern.compile(".*\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    void run() throws IOException {
        for (String folder : rows.deleting()) {
            storage.delete(StorageKey.of(folder));
            rows.delete(folder);
        }
        for (String folder : storage.list(StorageKey.ROOT)) {
            if (rows.document(folder).isEmpty()) {
                adopt(folder);
            }
        }
    }

    /** Takes into the table what only its folder knows. */
    private void adopt(String folder) throws IOException {
        Optional<byte[]> manifest = storage.read(StorageKey.of(folder, UploadedDatasets.MANIFEST));
        Optional<String> name = manifest.flatMap(json -> name(folder, json));
        if (name.isPresent() && rows.insert(name.get(), folder, new String(manifest.get(), StandardCharsets.UTF_8))) {
            LOG.info("Found the uploaded dataset {} in its folder", name.get());
        } else if (name.isPresent() && OWN_NAME.matcher(folder).matches()) {
            storage.delete(StorageKey.of(folder)); // an upload was killed whose name was taken meanwhile
        } else {
            LOG.warn("The folder {} of uploaded datasets holds none that can be taken", folder);
        }
    }

    private static Optional<String> name(String folder, byte[] manifest) {
        try {
            return Optional.of(DatasetDescription.ofManifest(manifest).name());
        } catch (IOException e) {
            LOG.warn("The uploaded dataset in {} can't be read", folder, e);
            return Optional.empty();
        }
    }
}
