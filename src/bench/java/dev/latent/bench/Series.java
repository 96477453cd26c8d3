package dev.latent.bench;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Means of iterations that took turns with those of other series: the i-th of each are of about the same time. */
record Series(List<Double> means) {
    Spread spread() {
        return Spread.of(means);
    }

    /** Of each mean over the other's of the same turn. */
    Spread over(Series other) {
        return Spread.of(IntStream.range(0, Math.min(means.size(), other.means.size()))
                .mapToDouble(i -> means.get(i) / other.means.get(i))
                .toArray());
    }

    Series then(Series later) {
        return new Series(Stream.concat(means.stream(), later.means.stream()).toList());
    }
}
