package dev.latent.dataset.source.upload;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.source.file.LeftOut;
import dev.latent.dataset.source.reading.ImportReport;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The dataset that an upload made, and what became of the files. */
@Schema(name = "UploadedDataset")
record UploadAnswer(
        @JsonUnwrapped DatasetDescription dataset,

        @Schema(description = "samples in the dataset") long taken,

        @Schema(description = "samples that were not taken, as an equal one was")
        long duplicates,

        @Schema(description = "files that no sample was made of, the first " + MOST_NAMED + " of them")
        List<LeftOut> leftOut,

        @Schema(description = "how many files are left out") long leftOutCount,

        @Schema(description = "what was done to the files, in words")
        List<String> notes) {
    private static final int MOST_NAMED = 100;

    static UploadAnswer of(DatasetDescription dataset, ImportReport report, List<LeftOut> leftOut) {
        return new UploadAnswer(
                dataset,
                report.taken(),
                report.duplicates(),
                leftOut.stream().limit(MOST_NAMED).toList(),
                leftOut.stream().mapToLong(LeftOut::files).sum(),
                report.notes());
    }
}
