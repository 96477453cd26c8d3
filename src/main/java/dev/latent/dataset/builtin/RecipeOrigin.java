package dev.latent.dataset.builtin;

import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.Datasets;
import dev.latent.dataset.LocalOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A dataset made by a recipe. What it will be is recorded beside this class, so nothing needs to be made to list it; a
 * test makes every one and compares.
 */
record RecipeOrigin(Recipe recipe, Path parent) implements LocalOrigin {
    @Override
    public String name() {
        return recipe.name();
    }

    @Override
    public Path folder() {
        return parent.resolve(recipe.name() + "-v" + recipe.version());
    }

    @Override
    public Optional<DatasetDescription> announced(Datasets others) throws IOException {
        String resource = recipe.name() + ".json";
        try (InputStream recorded = RecipeOrigin.class.getResourceAsStream(resource)) {
            return recorded == null
                    ? Optional.empty()
                    : Optional.of(DatasetDescription.ofManifest(recorded.readAllBytes()));
        }
    }

    @Override
    public void prepare(Path target, Datasets others) throws IOException {
        recipe.write(target);
    }
}
