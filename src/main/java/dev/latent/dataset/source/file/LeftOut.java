package dev.latent.dataset.source.file;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A file, or a folder with all that is in it, that no sample is made of.
 *
 * @param files how many they are
 */
public record LeftOut(
        String file, String reason, @JsonIgnore int files) {
    public static LeftOut file(String file, String reason) {
        return new LeftOut(file, reason, 1);
    }
}
