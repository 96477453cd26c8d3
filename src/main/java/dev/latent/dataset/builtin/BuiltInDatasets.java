package dev.latent.dataset.builtin;

import dev.latent.dataset.DatasetOrigin;
import dev.latent.dataset.DatasetOrigins;
import dev.latent.home.LatentHome;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The datasets that are always there, kept below {@code datasets/built-in} of the home once they are made. */
@Component
@Order(1)
public class BuiltInDatasets implements DatasetOrigins {
    private final List<DatasetOrigin> origins;

    public BuiltInDatasets(LatentHome home) {
        Path folder = home.resolve("datasets").resolve("built-in");
        Stream<DatasetOrigin> recipes = Recipes.all().stream().map(recipe -> new RecipeOrigin(recipe, folder));
        origins = Stream.concat(recipes, Stream.of(new StackedMnist(folder))).toList();
    }

    @Override
    public List<DatasetOrigin> all() {
        return origins;
    }
}
