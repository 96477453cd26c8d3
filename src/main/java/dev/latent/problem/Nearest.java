package dev.latent.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What somebody most likely meant with a name that there isn't. */
public final class Nearest {
    private static final int MOST_CHANGES = 3;

    private Nearest() {}

    /** The known name that takes the fewest changes of a letter, if those are few for its length. */
    public static Optional<String> to(String sent, Collection<String> known) {
        return known.stream()
                .filter(name -> distance(sent, name) <= Math.min(MOST_CHANGES, name.length() / 2))
                .min(Comparator.comparingInt(name -> distance(sent, name)));
    }

    /** {@code ; did you mean count?}, or nothing. */
    public static String question(String sent, Collection<String> known) {
        return to(sent, known).map(name -> "; did you mean " + name + "?").orElse("");
    }

    private static int distance(String sent, String name) {
        return LevenshteinDistance.getDefaultInstance()
                .apply(sent.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
    }
}
