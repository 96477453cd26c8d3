package dev.latent.dataset.source;

import dev.latent.dataset.DatasetRefused;
import java.util.List;

/** What a client may ask for, and for which files: asked for with others it is refused rather than ignored. */
enum ImportOption {
    RESIZE("resize", "images"),
    CHANNELS("channels", "images"),
    LABEL_COLUMN("labelColumn", "CSV"),
    WINDOW("window", "rows of numbers without labels"),
    VALUE_RANGE("valueRange", "images of floats in NPY");

    private final String field;
    private final String use;

    ImportOption(String field, String use) {
        this.field = field;
        this.use = use;
    }

    /** @param files what they hold, in words; @param usable what may be asked for with them */
    static void requireOnly(ImportOptions options, String files, ImportOption... usable) throws DatasetRefused {
        for (ImportOption option : values()) {
            if (option.isIn(options) && !List.of(usable).contains(option)) {
                throw DatasetRefused.option(
                        option.field, "is for " + option.use + ", but the files hold " + files + "; leave it out");
            }
        }
    }

    private boolean isIn(ImportOptions options) {
        return switch (this) {
            case RESIZE -> options.pixels().size() != null;
            case CHANNELS -> options.pixels().channels() != null;
            case LABEL_COLUMN -> options.labelColumn() != null;
            case WINDOW -> options.windows() != null;
            case VALUE_RANGE -> options.valueRange() != null;
        };
    }
}
