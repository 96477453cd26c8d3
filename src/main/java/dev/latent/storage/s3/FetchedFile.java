package dev.latent.storage.s3;

import dev.latent.files.Sha256;
import dev.latent.storage.StorageUnavailable;
import dev.latent.storage.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A file on its way from the bucket to this machine: once more where the connection broke or it came damaged. */
record FetchedFile(StoredFile file, Path target) {
    private static final Logger LOG = LoggerFactory.getLogger(FetchedFile.class);
    private static final int TRIES = 3;

    void from(Fetch fetch) throws IOException, FetchedDamaged {
        for (int rest = TRIES - 1; rest >= 0; rest--) {
            try {
                copy(fetch);
                if (isIntact()) {
                    return;
                }
            } catch (StorageUnavailable e) {
                throw e;
            } catch (IOException e) {
                if (rest == 0) {
                    throw new IOException(file.name() + " could not be fetched: " + e.getMessage(), e);
                }
                LOG.debug("{} is fetched once more", file.name(), e);
            }
        }
        throw new FetchedDamaged(file.name());
    }

    private void copy(Fetch fetch) throws IOException, FetchedDamaged {
        Optional<InputStream> found = fetch.open(file.name());
        if (found.isEmpty()) {
            throw new FetchedDamaged(file.name());
        }
        try (InputStream in = found.get()) {
            Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private boolean isIntact() throws IOException {
        return Files.size(target) == file.bytes() && Sha256.of(target).equals(file.sha256());
    }
}
