package dev.latent.registry.archive;

import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.family.Operation;
import dev.latent.family.folder.ModelDescription;
import dev.latent.family.hyperparameter.HyperparameterBinding;
import dev.latent.sample.Columns;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a description that comes from elsewhere can be relied upon. */
final class DescriptionCheck {
    private static final int MOST_CLASSES = 100_000;

    private DescriptionCheck() {}

    /** @throws IllegalArgumentException with what is wrong */
    static void require(ModelDescription description) {
        boolean complete = Stream.of(
                        description.family(),
                        description.operations(),
                        description.hyperparameters(),
                        description.shape(),
                        description.datasets(),
                        description.codeVersion(),
                        description.createdAt())
                .noneMatch(Objects::isNull);
        require(complete && !description.datasets().isEmpty(), "model.json is not complete");
        require(description.data().classes() <= MOST_CLASSES, "too many classes");
        requireColumns(description);
        ModelFamily<?> family = ModelFamilies.find(description.family())
                .orElseThrow(() -> new IllegalArgumentException("there is no family '" + description.family() + "'"));
        require(
                operations(family, description).containsAll(description.operations()),
                "model.json names operations that its family has not");
    }

    private static <H extends Record> Set<Operation> operations(ModelFamily<H> family, ModelDescription description) {
        H hyperparameters = HyperparameterBinding.bind(family, description.data(), description.hyperparameters());
        return family.operations(hyperparameters, description.data());
    }

    private static void requireColumns(ModelDescription description) {
        requireColumns(description, description.columns());
        description.datasets().forEach(dataset -> requireColumns(description, dataset.columns()));
    }

    private static void requireColumns(ModelDescription description, @Nullable Columns columns) {
        if (columns == null) {
            return;
        }
        int size = description.shape().size();
        require(!description.shape().isImage(), "an image has no columns");
        require(columns.size() == size, "the columns do not fit the shape");
        for (int i = 0; i < size; i++) {
            double deviation = columns.standardDeviation(i);
            require(
                    Double.isFinite(columns.offset(i))
                            && Double.isFinite(columns.mean(i))
                            && deviation > 0
                            && Double.isFinite(deviation),
                    "the means and standard deviations of columns are not finite and positive");
        }
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
