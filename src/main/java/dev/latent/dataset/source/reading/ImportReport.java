package dev.latent.dataset.source.reading;

import dev.latent.dataset.source.file.LeftOut;
import java.util.ArrayList;
import java.util.List;

/**
 * What an import made of the files that it took.
 *
 * @param taken the samples of the dataset
 * @param duplicates samples that are not in it, as an equal one is
 * @param leftOut files of its format that it makes no sample of
 * @param notes what was done to the files that their owner may want to know, in words
 */
public record ImportReport(long taken, long duplicates, List<LeftOut> leftOut, List<String> notes) {
    public ImportReport {
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
    }

    /** The same with more of them in front. */
    public ImportReport noting(List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(notes);
        return new ImportReport(taken, duplicates, leftOut, all);
    }

    public ImportReport with(List<LeftOut> moreLeftOut, List<String> moreNotes) {
        return new ImportReport(taken, duplicates, moreLeftOut, moreNotes);
    }
}
