package dev.latent.papers;

import dev.latent.family.ModelFamilies;
import dev.latent.family.ModelFamily;
import dev.latent.family.Operation;
import dev.latent.quality.card.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is asked of families that are trained with nothing but their defaults: which figures tell, and how good they have to be. */
enum DefaultBar {
    /** Neither precision nor coverage below a half, no class with less than 3% of the samples. */
    GENERATES(
            Operation.GENERATE,
            Map.of(DefaultOutcome.PRECISION, 0.5, DefaultOutcome.COVERAGE, 0.5, DefaultOutcome.LEAST_CLASS, 0.03),
            DefaultOutcome.FRECHET),
    /** More than the better of two filters. */
    DENOISES(Operation.DENOISE, "psnrGain"),
    /** Nearer than principal components. */
    RECONSTRUCTS(Operation.RECONSTRUCT, "reconstructionMse"),
    /**
     * Nearer to the true image than another one of that domain; at least half show their own class, where the card tells: a
     * translator that knows two images may yet have the right colors.
     */
    TRANSLATES(
            Operation.TRANSLATE,
            Map.of("translationAccuracyAToB", 0.5, "translationAccuracyBToA", 0.5),
            "translationErrorAToB",
            "translationErrorBToA");

    private final Operation operation;
    private final Map<String, Double> least;
    private final List<String> others;

    DefaultBar(Operation operation, Map<String, Double> least, String... others) {
        this.operation = operation;
        this.least = least;
        this.others = List.of(others);
    }

    /** @param figures to be better than what stands beside them */
    DefaultBar(Operation operation, String... figures) {
        this(operation, Map.of(), figures);
    }

    /** Of all families: those of the first bar, then those of the next. */
    static Stream<String> allFamilies() {
        return Arrays.stream(values())
                .flatMap(
                        bar -> ModelFamilies.all().stream().map(ModelFamily::id).filter(family -> of(family) == bar));
    }

    /** The first whose operation the family has: a VAE also reconstructs, a denoiser too. */
    static DefaultBar of(String family) {
        Set<Operation> operations =
                ModelFamilies.find(family).orElseThrow().profile().operations();
        return Arrays.stream(values())
                .filter(bar -> operations.contains(bar.operation))
                .findFirst()
                .orElseThrow();
    }

    /** Those that tell. */
    List<Figure> of(List<Figure> card) {
        return card.stream()
                .filter(figure -> least.containsKey(figure.name()) || others.contains(figure.name()))
                .toList();
    }

    boolean isPassed(List<Figure> figures) {
        return this == GENERATES
                ? least.entrySet().stream().allMatch(bar -> isPassed(figures, bar.getKey(), bar.getValue()))
                : others.stream().allMatch(name -> isBetter(figures, name))
                        && least.entrySet().stream().noneMatch(bar -> isBelow(figures, bar.getKey(), bar.getValue()));
    }

    private static boolean isBelow(List<Figure> figures, String name, double bar) {
        return figures.stream().anyMatch(figure -> figure.name().equals(name) && figure.value() < bar);
    }

    private static boolean isPassed(List<Figure> figures, String name, double bar) {
        return figures.stream().anyMatch(figure -> figure.name().equals(name) && figure.value() >= bar);
    }

    private static boolean isBetter(List<Figure> figures, String name) {
        return figures.stream().anyMatch(figure -> figure.name().equals(name) && figure.beatsReference());
    }
}
