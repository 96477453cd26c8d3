package dev.latent.files;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.MessageDigestAlgorithms;

/** SHA-256 of files, in hexadecimal; {@link DigestUtils} has it of texts. */
public final class Sha256 {
    private Sha256() {}

    public static String of(Path file) throws IOException {
        return new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(file);
    }
}
