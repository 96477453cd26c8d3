package dev.latent.registry;

import dev.latent.storage.StoredFile;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * One file of a version.
 *
 * @param sha256 64 hexadecimal digits
 */
public record Artifact(String name, long bytes, String sha256) {
    public static Artifact of(StoredFile file) {
        return new Artifact(file.name(), file.bytes(), file.sha256());
    }

    public static Artifact of(String name, byte[] content) {
        return new Artifact(name, content.length, DigestUtils.sha256Hex(content));
    }

    StoredFile stored() {
        return new StoredFile(name, bytes, sha256);
    }

    /** One digest of several files. */
    public static String digest(List<Artifact> artifacts) {
        return DigestUtils.sha256Hex(artifacts.stream()
                .map(artifact -> artifact.name + '\n' + artifact.sha256 + '\n')
                .collect(Collectors.joining()));
    }
}
