package dev.latent.dataset.source.reading;

import dev.latent.dataset.DatasetRefused;
import dev.latent.exchange.csv.CsvHints;
import java.util.ArrayList;
import java.util.List;

/** What a client may ask for, and for which files: asked for with others it is refused rather than ignored. */
public enum ImportOption {
    RESIZE("resize", "images"),
    CHANNELS("channels", "images"),
    BACKGROUND("background", "pictures, and for images around which fit=contain leaves room"),
    LABEL_COLUMN("labelColumn", "CSV"),
    WINDOW("window", "rows of numbers without labels"),
    CSV("separator, decimal, encoding or header", "CSV"),
    COLUMNS("columns", "CSV"),
    VALUE_RANGE("valueRange", "pictures of 16 bits and images of floats in NPY"),
    DOMAIN("domain", "pictures in folders trainA and trainB");

    private final String field;
    private final String use;

    ImportOption(String field, String use) {
        this.field = field;
        this.use = use;
    }

    /** @param files what they hold, in words; @param usable what may be asked for with them */
    public static void requireOnly(ImportOptions options, String files, ImportOption... usable) throws DatasetRefused {
        for (ImportOption option : values()) {
            if (option.isIn(options) && !List.of(usable).contains(option)) {
                throw option.refusal(files);
            }
        }
    }

    public DatasetRefused refusal(String files) {
        return DatasetRefused.option(field, "is for " + use + ", but the files hold " + files + "; leave it out");
    }

    /** What may be asked for with images that aren't in pictures' files. */
    public static ImportOption[] ofArrays(ImportOptions options, ImportOption... more) {
        List<ImportOption> usable = new ArrayList<>(List.of(RESIZE, CHANNELS));
        if (options.pixels().pads()) {
            usable.add(BACKGROUND);
        }
        usable.addAll(List.of(more));
        return usable.toArray(ImportOption[]::new);
    }

    private boolean isIn(ImportOptions options) {
        return switch (this) {
            case RESIZE -> options.pixels().size() != null;
            case CHANNELS -> options.pixels().channels() != null;
            case LABEL_COLUMN -> options.labelColumn() != null;
            case WINDOW -> options.windows() != null;
            case BACKGROUND -> options.pixels().background() != null;
            case CSV -> !options.csv().equals(CsvHints.NONE);
            case COLUMNS -> !options.columns().isEmpty();
            case VALUE_RANGE -> options.valueRange() != null;
            case DOMAIN -> options.domain() != null;
        };
    }
}
