package dev.latent.dataset.builtin;

import java.util.List;

/** All that the service can make by itself. */
final class Recipes {
    private Recipes() {}

    static List<Recipe> all() {
        return List.of(
                new DigitsRecipe(false),
                new DigitsRecipe(true),
                new ToyRecipe("ring", "8 Gaussians on a circle", 8, ToyDistribution.circle(8, 2, 0.02)),
                new ToyRecipe("grid", "25 Gaussians on a grid", 25, ToyDistribution.grid(5, 2, 0.05)),
                new ToyRecipe("gmm-5", "5 Gaussians on a circle", 5, ToyDistribution.circle(5, 1, 0.05)),
                new ToyRecipe("gmm-10", "10 Gaussians on a circle", 10, ToyDistribution.circle(10, 2, 0.05)),
                new ToyRecipe("swiss-roll", "a spiral with noise", 0, ToyDistribution.swissRoll(0.25)),
                new ToyRecipe("moons", "two half circles with noise", 2, ToyDistribution.moons(0.05)));
    }
}
