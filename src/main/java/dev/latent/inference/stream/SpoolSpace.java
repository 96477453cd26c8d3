package dev.latent.inference.stream;

import dev.latent.files.TemporaryFolders;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** What all answers that wait on the disk may take there together. */
@Component
class SpoolSpace {
    private final TemporaryFolders folders;
    private final long most;
    private final AtomicLong taken = new AtomicLong();

    @Autowired
    SpoolSpace(TemporaryFolders folders, StreamProperties properties) {
        this(folders, properties.spool().toBytes());
    }

    SpoolSpace(TemporaryFolders folders, long most) {
        this.folders = folders;
        this.most = most;
    }

    Spool open() {
        return new Spool(this, folders);
    }

    /** False, with nothing taken, if there is not so much left. */
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) > most) {
            taken.addAndGet(-bytes);
            return false;
        }
        return true;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    long taken() {
        return taken.get();
    }
}
