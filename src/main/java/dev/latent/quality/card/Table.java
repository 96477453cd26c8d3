package dev.latent.quality.card;

import java.util.List;

/** Numbers in rows, such as one for each kind of noise. Cells are texts or numbers. */
public record Table(String name, int n, long seed, String method, List<String> columns, List<List<Object>> rows) {}
