package dev.latent.dataset.source.upload;

import dev.latent.problem.Problem;
import org.springframework.util.unit.DataSize;

/**
 * How much is taken as one form.
 *
 * @param size of the body as a whole
 * @param files parts that are files
 */
record UploadLimits(DataSize size, int files) {
    long bytes() {
        return size.toBytes();
    }

    /** @param announced bytes; −1 where a request doesn't say */
    void requireWithin(long announced) {
        if (announced > bytes()) {
            throw tooLarge();
        }
    }

    Problem tooLarge() {
        return Problem.tooLarge(
                "#/" + FormReader.FILE,
                "an upload has at most " + size.toMegabytes() + " MB (latent.datasets.upload-size)");
    }

    Problem tooManyFiles() {
        return Problem.tooLarge(
                "#/" + FormReader.FILE, "an upload has at most " + files + " files (latent.datasets.limits.files)");
    }
}
