package dev.latent.spark;

import dev.latent.files.Folders;
import dev.latent.inference.engine.FolderModel;
import dev.latent.nn.engine.TensorEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.broadcast.Broadcast;

/** The models of this JVM: each is loaded once, for all tasks that run here, and stays. */
final class Engines {
    private static final Map<String, FolderModel> LOADED = new ConcurrentHashMap<>();

    private Engines() {}

    /** For the calling thread. */
    static FolderModel of(Task task) {
        TensorEngine.threads(task.threads()); // each thread has its own
        return LOADED.computeIfAbsent(task.digest(), digest -> load(task.version()));
    }

    private static FolderModel load(Broadcast<byte[]> version) {
        try {
            Path folder = Files.createTempDirectory("latent-spark-");
            try {
                ModelZip.unpack(version.value(), folder);
                return FolderModel.load(folder);
            } finally {
                Folders.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the version can't be loaded: " + e.getMessage(), e);
        }
    }
}
