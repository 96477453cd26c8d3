package dev.latent.dataset.source;

import java.util.List;

/**
 * What an import made of the files that it took.
 *
 * @param taken the samples of the dataset
 * @param duplicates samples that are not in it, as an equal one is
 * @param notes what was done to the files that their owner may want to know, in words
 */
record ImportReport(long taken, long duplicates, List<String> notes) {
    ImportReport {
        notes = List.copyOf(notes);
    }

    ImportReport withNotes(List<String> more) {
        return new ImportReport(taken, duplicates, more);
    }
}
