package dev.latent.exchange.body;

import dev.latent.problem.Problem;
import dev.latent.sample.ColumnMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The columns of a table found among those of a body by their names. */
public final class NamedColumns {
    private NamedColumns() {}

    /**
     * @param label where in the body the labels are, or −1
     * @return where in the body each of the wanted ones is
     * @throws Problem 422 that names those that are missing, and further ones unless they are ignored
     */
    public static int[] places(List<String> wanted, List<String> given, int label, boolean ignoresFurther) {
        List<String> others = IntStream.range(0, given.size())
                .filter(place -> place != label)
                .mapToObj(given::get)
                .toList();
        ColumnMatch match = ColumnMatch.of(wanted, others);
        List<Problem.Invalid> wrong = new ArrayList<>();
        if (!match.missing().isEmpty()) {
            wrong.add(new Problem.Invalid(
                    "#/columns",
                    "columns of the model are missing: " + ColumnMatch.inWords(match.missing())
                            + "; names are compared exactly"));
        }
        if (!match.further().isEmpty() && !ignoresFurther) {
            wrong.add(new Problem.Invalid(
                    "#/columns",
                    "the model has no columns " + ColumnMatch.inWords(match.further())
                            + "; leave them out, or ignore further columns with ?ignore=true"));
        }
        if (!wrong.isEmpty()) {
            throw wrong.size() == 1 ? Problem.invalid(wrong) : both(wrong);
        }
        return ColumnMatch.of(wanted, given).places();
    }

    private static Problem both(List<Problem.Invalid> wrong) {
        return Problem.invalid(wrong.get(0).detail() + "; " + wrong.get(1).detail(), wrong);
    }
}
