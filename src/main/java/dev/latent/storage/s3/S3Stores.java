package dev.latent.storage.s3;

import dev.latent.storage.Storage;
import dev.latent.storage.StorageProperties;
import dev.latent.storage.Stores;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps everything in one bucket, with a cache of this machine before it. */
final class S3Stores implements Stores {
    private static final Logger LOG = LoggerFactory.getLogger(S3Stores.class);
    private static final long FIRST_SWEEP_MINUTES = 10;

    private final Bucket bucket;
    private final LocalCache cache;
    private final Clock clock;
    private final List<UploadSweep> sweeps = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService sweeping = Executors.newSingleThreadScheduledExecutor(S3Stores::thread);

    private S3Stores(Bucket bucket, LocalCache cache, Clock clock) {
        this.bucket = bucket;
        this.cache = cache;
        this.clock = clock;
        long day = UploadSweep.ABANDONED_AFTER.toMinutes();
        sweeping.scheduleWithFixedDelay(this::sweep, FIRST_SWEEP_MINUTES, day, TimeUnit.MINUTES);
    }

    /**
     * @param cacheBytes how much may lie on this machine
     * @param copies where folders are brought to
     * @throws IOException if the bucket can't be used
     */
    static S3Stores of(StorageProperties.S3 s3, long cacheBytes, Path copies, Clock clock) throws IOException {
        BucketAddress address = BucketAddress.of(s3, Objects.requireNonNull(s3.bucket()));
        Bucket bucket = new Bucket(Clients.of(s3), address, s3.kmsKey());
        try {
            bucket.check();
            LocalCache cache = new LocalCache(copies, cacheBytes, clock);
            LOG.info("Versions, datasets and what runs leave are kept in {}", bucket);
            return new S3Stores(bucket, cache, clock);
        } catch (IOException | RuntimeException e) {
            bucket.close();
            throw e;
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "bucket-sweep");
        thread.setDaemon(true);
        return thread;
    }

    private void sweep() {
        for (UploadSweep sweep : sweeps) {
            try {
                sweep.run();
            } catch (IOException | RuntimeException e) {
                LOG.warn("What unfinished uploads left can't be removed: {}", e.toString());
            }
        }
    }

    @Override
    public Storage open(String kind, Path onDisk) {
        sweeps.add(new UploadSweep(bucket, new ObjectNames(kind), clock));
        return new S3Storage(bucket, kind, cache, clock);
    }

    @Override
    public void check() throws IOException {
        bucket.check();
    }

    @Override
    public void close() throws IOException {
        sweeping.shutdownNow();
        bucket.close();
        cache.close();
    }
}
