package dev.latent.storage.s3;

import dev.latent.storage.StorageKey;
import java.util.regex.Pattern;

/**
 * What objects of one kind of thing are called.
 *
 * @param kind such as {@code models}
 */
record ObjectNames(String kind) {
    private static final String FILES = ".files";
    private static final String NOTES = ".notes";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Whether a folder may have this id: it becomes a path of this machine. */
    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    String of(StorageKey key) {
        return kind + "/" + key;
    }

    /** Of everything below a key. */
    String below(StorageKey key) {
        return key.names().isEmpty() ? kind + "/" : of(key) + "/";
    }

    String record(StorageKey folder) {
        return record(folder.toString());
    }

    /** @param folder a key in writing */
    String record(String folder) {
        return kind + "/" + folder + "/" + FolderRecord.NAME;
    }

    /** Of the files of all folders, by id. */
    String allFiles() {
        return kind + "/" + FILES + "/";
    }

    /** Of a folder's files and notes. */
    String files(String id) {
        return allFiles() + id + "/";
    }

    String file(String id, String name) {
        return files(id) + name;
    }

    String notes(String id) {
        return files(id) + NOTES + "/";
    }

    String note(String id, String name) {
        return notes(id) + name;
    }
}
