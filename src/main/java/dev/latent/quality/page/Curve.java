package dev.latent.quality.page;

/** A line of points; x ascends. */
public record Curve(String name, double[] x, double[] y) {}
