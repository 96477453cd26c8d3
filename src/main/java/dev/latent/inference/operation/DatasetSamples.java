package dev.latent.inference.operation;

import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.Datasets;
import dev.latent.dataset.SampleSource;
import dev.latent.dataset.Split;
import dev.latent.dataset.TrainOn;
import dev.latent.family.folder.ModelDescription;
import dev.latent.inference.engine.Shapes;
import dev.latent.problem.Problem;
import dev.latent.sample.ColumnMatch;
import dev.latent.sample.Columns;
import dev.latent.sample.SampleData;
import dev.latent.sample.SampleShape;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Samples of datasets, for models to work on. */
@Component
public class DatasetSamples {
    private final Datasets datasets;

    DatasetSamples(Datasets datasets) {
        this.datasets = datasets;
    }

    /** The dataset of the range, or the one that the model was trained on. @throws Problem 400 if it doesn't fit */
    public DatasetDescription describe(VersionAndSeed asked, DatasetRange range) {
        return describe(asked, range.dataset(), 0);
    }

    /** @param domain which of its datasets an unpaired model takes where the client names none: 0 for A, 1 for B */
    public DatasetDescription describe(VersionAndSeed asked, @Nullable String dataset, int domain) {
        ModelDescription model = asked.version().description();
        String name = dataset != null ? dataset : model.datasets().get(domain).name();
        DatasetDescription description = describe(name, model.shape());
        requireNames(description, model.columns(domain));
        return description;
    }

    /** @throws Problem 400 if both have names, but other ones */
    private static void requireNames(DatasetDescription dataset, @Nullable Columns model) {
        List<String> wanted = model == null ? null : model.names();
        List<String> given =
                dataset.columns() == null ? null : dataset.columns().names();
        if (wanted == null || given == null) {
            return;
        }
        ColumnMatch match = ColumnMatch.of(wanted, given);
        if (!match.isComplete()) {
            throw Problem.badParameter(
                    "dataset",
                    "the columns of '" + dataset.name() + "' are not those of the model: it lacks "
                            + ColumnMatch.inWords(match.missing()) + " and has "
                            + ColumnMatch.inWords(match.further()));
        }
    }

    /** @throws Problem 400 if there is no such dataset, or it is of another shape than the model */
    public DatasetDescription describe(String dataset, SampleShape shape) {
        DatasetDescription description = find(dataset)
                .orElseThrow(() -> Problem.badParameter(
                        "dataset", "there is no dataset '" + dataset + "'; /v1/datasets lists those there are"));
        if (!description.shape().equals(shape)) {
            throw Problem.badParameter(
                    "dataset",
                    "the samples of '" + dataset + "' have " + Shapes.inWords(description.shape())
                            + ", the model takes " + Shapes.inWords(shape));
        }
        return description;
    }

    Optional<DatasetDescription> find(String dataset) {
        return datasets.find(dataset);
    }

    /** In the dataset's own units. @throws Problem 400 if the range isn't inside the split */
    public SampleData read(DatasetDescription dataset, DatasetRange range) {
        Split split = split(range.split());
        int held = held(dataset, split);
        if (range.index() + (long) range.count() > held) {
            // Whoever sent no index can only have asked for too many.
            throw Problem.badParameter(
                    range.index() > 0 ? "index" : "count",
                    "the " + split + " split of '" + dataset.name() + "' has " + held
                            + " samples; index + count must not be more");
        }
        return source(dataset, split).data(range.index(), range.count());
    }

    /**
     * One sample, in the dataset's own units.
     *
     * @param parameter what the client calls its index
     * @throws Problem 400 if it isn't inside the split
     */
    public SampleData read(DatasetDescription dataset, @Nullable String ofSplit, int index, String parameter) {
        Split split = ofSplit == null ? Split.TEST : split(ofSplit);
        int held = held(dataset, split);
        if (index < 0 || index >= held) {
            throw Problem.badParameter(
                    parameter,
                    parameter + " must be 0 to " + (held - 1) + ", as the " + split + " split of '" + dataset.name()
                            + "' has " + held + " samples, not " + index);
        }
        return source(dataset, split).data(index, 1);
    }

    /** How many there are. @throws Problem 400 if there are none */
    private static int held(DatasetDescription dataset, Split split) {
        int held = dataset.count(split);
        if (held == 0) {
            throw Problem.badParameter(
                    "split",
                    "the " + split + " split of '" + dataset.name() + "' has no samples; choose another split");
        }
        return held;
    }

    SampleSource source(DatasetDescription dataset, Split split) {
        return source(dataset.name(), split);
    }

    /** A split of a dataset that is there. */
    SampleSource source(String dataset, Split split) {
        return datasets.open(dataset).split(split);
    }

    /** What a training on a dataset that is there sees. */
    SampleSource training(String dataset, TrainOn trainOn) {
        return datasets.open(dataset).training(trainOn);
    }

    private static Split split(String text) {
        try {
            return Split.of(text);
        } catch (IllegalArgumentException e) {
            throw Problem.badParameter("split", String.valueOf(e.getMessage()));
        }
    }
}
