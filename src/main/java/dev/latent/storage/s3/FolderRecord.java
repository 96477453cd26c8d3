package dev.latent.storage.s3;

import dev.latent.storage.StoredFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What makes a folder be there.
 *
 * @param format of this record
 * @param id where its files lie; no other folder ever has it
 * @param key what it was put under
 * @param files by name
 */
record FolderRecord(int format, String id, String key, List<StoredFile> files) {
    /** Its object's name, below the folder's key. */
    static final String NAME = ".folder.json";

    private static final int FORMAT = 1;
    private static final Pattern FILE_NAME = Pattern.compile("(?!\\.{1,2}$)[^/\\\\\\x00]{1,255}");
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    FolderRecord(String id, String key, List<StoredFile> files) {
        this(FORMAT, id, key, files);
    }

    static FolderRecord read(byte[] json) throws IOException {
        try {
            FolderRecord read = JSON.readValue(json, FolderRecord.class);
            if (read != null && read.format == FORMAT && ObjectNames.isId(read.id) && read.hasFileNames()) {
                return read;
            }
        } catch (JacksonException e) {
            throw new IOException("a " + NAME + " can't be read", e);
        }
        throw new IOException("a " + NAME + " is none that this version of the service can read");
    }

    /** They become paths of this machine. */
    private boolean hasFileNames() {
        return files.stream().allMatch(file -> FILE_NAME.matcher(file.name()).matches());
    }

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    Optional<StoredFile> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    long bytes() {
        return files.stream().mapToLong(StoredFile::bytes).sum();
    }
}
