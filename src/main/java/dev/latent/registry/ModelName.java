package dev.latent.registry;

import dev.latent.problem.Problem;
import java.util.regex.Pattern;

/** What models may be called. */
public final class ModelName {
    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    private ModelName() {}

    public static boolean isValid(String name) {
        return VALID.matcher(name).matches();
    }

    public static void require(String name) {
        if (!isValid(name)) {
            throw Problem.badParameter(
                    "name",
                    "a model's name has 1 to 63 of a-z, 0-9, '.', '_' and '-', and starts with a letter or a digit");
        }
    }
}
