package dev.latent.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keeps everything in folders of this machine. */
class DiskStores implements Stores {
    private final List<DiskStorage> opened = new ArrayList<>();

    @Override
    public synchronized Storage open(String kind, Path onDisk) {
        try {
            DiskStorage storage = new DiskStorage(onDisk);
            opened.add(storage);
            return storage;
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of " + kind + " can't be opened", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (DiskStorage storage : opened) {
            storage.close();
        }
    }
}
