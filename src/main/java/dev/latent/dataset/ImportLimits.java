package dev.latent.dataset;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a dataset that others made may take: {@code latent.datasets.limits}.
 *
 * @param preparedSize the most that the samples of a dataset may take on disk once prepared
 * @param files the most files in a dataset, archives unpacked
 * @param pictureSize the largest file of a picture
 * @param picturePixels the most pixels (height × width) of a picture
 * @param sampleValues the most values (channels × height × width, or columns) of a sample; larger pictures are kept whole,
 *     for what learns from windows of them
 * @param classes the most classes of a dataset
 */
public record ImportLimits(
        @NotNull @DefaultValue("8GB") DataSize preparedSize,
        @Positive @DefaultValue("250000") int files,
        @NotNull @DefaultValue("32MB") DataSize pictureSize,
        @Positive @DefaultValue("16777216") int picturePixels,
        @Positive @DefaultValue("1048576") int sampleValues,
        @Positive @DefaultValue("10000") int classes) {
    /** The defaults. */
    public static ImportLimits usual() {
        return new ImportLimits(DataSize.ofGigabytes(8), 250_000, DataSize.ofMegabytes(32), 1 << 24, 1 << 20, 10_000);
    }
}
