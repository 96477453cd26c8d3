package dev.latent.training.request;

import dev.latent.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Takes the members of a JSON object one by one, strictly, and remembers everything that is wrong with them. */
final class RequestFields {
    static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    private static final int SHOWN = 60;

    private final JsonNode body;
    private final String prefix;
    private final List<Problem.Invalid> errors;
    private final Function<List<Problem.Invalid>, Problem> problem;
    private final Set<String> taken = new HashSet<>();

    /** @throws Problem 422 if the body is no object */
    RequestFields(JsonNode body) {
        this(body, Problem::invalid);
    }

    /**
     * @param problem what to make of all that is wrong
     * @throws Problem 422 if the body is no object
     */
    RequestFields(JsonNode body, Function<List<Problem.Invalid>, Problem> problem) {
        this(body, "#", new ArrayList<>(), problem);
        if (!body.isObject()) {
            throw Problem.invalid("#", "The body must be a JSON object");
        }
    }

    private RequestFields(
            JsonNode body,
            String prefix,
            List<Problem.Invalid> errors,
            Function<List<Problem.Invalid>, Problem> problem) {
        this.body = body;
        this.prefix = prefix;
        this.errors = errors;
        this.problem = problem;
    }

    boolean has(String name) {
        return body.hasNonNull(name);
    }

    /** A member as it is; null where it is missing. */
    @Nullable
    JsonNode json(String name) {
        taken.add(name);
        return has(name) ? body.get(name) : null;
    }

    /** The members of an object within; null where it is missing or none. Its errors are kept here. */
    @Nullable
    RequestFields object(String name) {
        JsonNode value = json(name);
        if (value != null && !value.isObject()) {
            wrong(name, "an object");
        }
        return value != null && value.isObject()
                ? new RequestFields(value, prefix + "/" + name, errors, problem)
                : null;
    }

    /** A text; null where it is missing or none. */
    @Nullable
    String text(String name) {
        JsonNode value = json(name);
        if (value != null && !value.isString()) {
            wrong(name, "a text");
        }
        return value != null && value.isString() ? value.stringValue() : null;
    }

    /** A text that must be there. */
    @Nullable
    String required(String name, String meaning) {
        if (!has(name)) {
            taken.add(name);
            add(name, name + " is missing: " + meaning);
            return null;
        }
        return text(name);
    }

    /** A whole number within bounds; null where it is missing or none. */
    @Nullable
    Long whole(String name, long least, long most) {
        JsonNode value = json(name);
        if (value == null) {
            return null;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            wrong(name, "a whole number from " + least + " to " + most);
            return null;
        }
        return value.longValue();
    }

    /** A number above 0; null where it is missing or none. */
    @Nullable
    Double positive(String name, double most) {
        JsonNode value = json(name);
        if (value == null) {
            return null;
        }
        double number = value.isNumber() ? value.doubleValue() : 0;
        if (!(number > 0 && number <= most)) {
            wrong(name, "a number above 0, of at most " + (long) most);
            return null;
        }
        return number;
    }

    void wrong(String name, String wanted) {
        String text = String.valueOf(body.get(name));
        add(
                name,
                name + " must be " + wanted + ", not "
                        + (text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…"));
    }

    void add(String name, String detail) {
        errors.add(new Problem.Invalid(prefix + "/" + name, detail));
    }

    /** Whatever was not asked for is unknown. */
    void refuseOthers() {
        body.forEachEntry((name, value) -> {
            if (!taken.contains(name)) {
                add(
                        name.replace("~", "~0").replace("/", "~1"),
                        "There is no " + name + " here; there are "
                                + String.join(", ", taken.stream().sorted().toList()));
            }
        });
    }

    /** @throws Problem 422 with everything that is wrong */
    void requireFlawless() {
        if (!errors.isEmpty()) {
            throw problem.apply(errors);
        }
    }
}
