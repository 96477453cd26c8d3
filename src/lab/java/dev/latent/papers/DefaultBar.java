package dev.latent.papers;

import dev.latent.quality.Figure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What is asked of families that are trained with nothing but their defaults: which figures tell, and how good they have to be. */
enum DefaultBar {
    /** Neither precision nor coverage below a half, no class with less than 3% of the samples. */
    GENERATES(
            List.of("gan", "dcgan", "cgan", "vae", "wgan"),
            Map.of(DefaultOutcome.PRECISION, 0.5, DefaultOutcome.COVERAGE, 0.5, DefaultOutcome.LEAST_CLASS, 0.03),
            DefaultOutcome.FRECHET),
    /** Nearer than principal components. */
    RECONSTRUCTS(List.of("autoencoder"), "reconstructionMse"),
    /** More than the better of two filters. */
    DENOISES(List.of("denoising-autoencoder"), "psnrGain"),
    /**
     * Nearer to the true image than another one of that domain; at least half show their own class, where the card tells: a
     * translator that knows two images may yet have the right colours.
     */
    TRANSLATES(
            List.of("cyclegan", "discogan"),
            Map.of("translationAccuracyAToB", 0.5, "translationAccuracyBToA", 0.5),
            "translationErrorAToB",
            "translationErrorBToA");

    private final List<String> families;
    private final Map<String, Double> least;
    private final List<String> others;

    DefaultBar(List<String> families, Map<String, Double> least, String... others) {
        this.families = families;
        this.least = least;
        this.others = List.of(others);
    }

    /** @param figures to be better than what stands beside them */
    DefaultBar(List<String> families, String... figures) {
        this(families, Map.of(), figures);
    }

    static Stream<String> allFamilies() {
        return Arrays.stream(values()).flatMap(bar -> bar.families.stream());
    }

    static DefaultBar of(String family) {
        return Arrays.stream(values())
                .filter(bar -> bar.families.contains(family))
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
