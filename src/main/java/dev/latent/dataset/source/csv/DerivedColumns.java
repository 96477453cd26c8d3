package dev.latent.dataset.source.csv;

import dev.latent.dataset.DatasetRefused;
import dev.latent.dataset.source.reading.ColumnType;
import dev.latent.dataset.source.reading.ImportOptions;
import dev.latent.sample.ColumnMatch;
import dev.latent.sample.Derivation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of numbers that are made of a file's columns.
 *
 * @param fields the name of the file's column that each is made of
 * @param how each is made; null for a file's own numbers
 * @param leftOut columns of the file that none is made of
 * @param notes what the file's columns were taken for
 */
record DerivedColumns(List<String> fields, List<@Nullable Derivation> how, List<String> leftOut, List<String> notes) {
    /** @throws DatasetRefused with all columns of which it is not clear what they are */
    static DerivedColumns of(String file, List<String> names, List<FieldScan> scans, ImportOptions options)
            throws DatasetRefused {
        requireKnown(file, names, options.columns());
        DerivedColumns made =
                new DerivedColumns(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<DatasetRefused> faults = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            ColumnType said = options.columns().get(names.get(i));
            ColumnType type = said == null ? scans.get(i).recognized() : said;
            if (type == null) {
                faults.addAll(scans.get(i).faults());
            } else {
                made.add(file, names.get(i), scans.get(i), type, said != null, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw DatasetRefused.several(faults);
        }
        return made;
    }

    /** Of numbers alone. @throws DatasetRefused with all that is none */
    static DerivedColumns plain(List<String> names, List<FieldScan> scans) throws DatasetRefused {
        List<DatasetRefused> faults =
                scans.stream().flatMap(scan -> scan.faults().stream()).toList();
        if (!faults.isEmpty()) {
            throw DatasetRefused.several(faults);
        }
        List<@Nullable Derivation> own = new ArrayList<>();
        names.forEach(name -> own.add(null));
        return new DerivedColumns(names, own, List.of(), List.of());
    }

    private static void requireKnown(String file, List<String> names, Map<String, ColumnType> said)
            throws DatasetRefused {
        List<String> unknown =
                said.keySet().stream().filter(name -> !names.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw DatasetRefused.option(
                    "columns",
                    "names " + ColumnMatch.inWords(unknown) + ", but " + file + " has, beside its labels, "
                            + ColumnMatch.inWords(names));
        }
    }

    private void add(
            String file, String name, FieldScan scan, ColumnType type, boolean said, List<DatasetRefused> faults) {
        String objection = scan.objection(type);
        if (objection != null) {
            faults.add(new DatasetRefused(file, "column " + name + " " + objection));
            return;
        }
        if (type == ColumnType.NUMBER) {
            faults.addAll(scan.faults());
        }
        if (type.isLeftOut()) {
            leftOut.add(name);
        }
        for (Derivation one : scan.derivations(type)) {
            fields.add(name);
            how.add(one);
        }
        String note = scan.note(type, said);
        if (note != null) {
            notes.add(note);
        }
    }

    /** What they are called. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < fields.size(); i++) {
            names.add(FieldScan.name(fields.get(i), how.get(i)));
        }
        return names;
    }

    /** Null where all are a file's own numbers. */
    @Nullable
    List<@Nullable Derivation> derivations() {
        return how.stream().allMatch(one -> one == null) ? null : how;
    }
}
