package dev.latent.inference.http;

import dev.latent.files.TemporaryFolder;
import dev.latent.files.TemporaryFolders;
import dev.latent.problem.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Room on the disk for large pictures, and for how many at a time. */
@Component
@EnableConfigurationProperties(LargePictureProperties.class)
class LargePictureSpace {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);

    private final TemporaryFolders folders;
    private final LargePictureProperties properties;
    private final AtomicLong taken = new AtomicLong();
    private final Semaphore places;

    LargePictureSpace(TemporaryFolders folders, LargePictureProperties properties) {
        this.folders = folders;
        this.properties = properties;
        places = new Semaphore(properties.together());
    }

    long pixels() {
        return properties.pixels();
    }

    /** Half of all: the picture itself takes as much at least. */
    long mostOfBody() {
        return properties.space().toBytes() / 2;
    }

    /** A part of it, which is empty at first. */
    Part open() throws IOException {
        return new Part(folders.create("picture"));
    }

    /** What one picture takes, until it is closed. */
    final class Part implements AutoCloseable {
        private final TemporaryFolder folder;
        private long bytes;
        private boolean placed;

        private Part(TemporaryFolder folder) {
            this.folder = folder;
        }

        Path file(String name) {
            return folder.path().resolve(name);
        }

        /** @throws Problem 413 if there can't be so much, 503 if there is not now */
        void take(long more) {
            long most = properties.space().toBytes();
            if (bytes + more > most) {
                throw Problem.tooLarge(
                        "the picture takes more than the " + most
                                + " bytes that large pictures may take on the disk here (latent.inference.large-pictures.space)");
            }
            if (taken.addAndGet(more) > most) {
                taken.addAndGet(-more);
                throw full();
            }
            bytes += more;
        }

        /** @throws Problem 503 if as many are denoised as may be at a time */
        void takePlace() {
            if (!places.tryAcquire()) {
                throw full();
            }
            placed = true;
        }

        private Problem full() {
            return Problem.unavailable(
                    RETRY_AFTER, "as many large pictures are being denoised as may be at a time; try again");
        }

        @Override
        public void close() throws IOException {
            taken.addAndGet(-bytes);
            bytes = 0;
            if (placed) {
                placed = false;
                places.release();
            }
            folder.close();
        }
    }
}
