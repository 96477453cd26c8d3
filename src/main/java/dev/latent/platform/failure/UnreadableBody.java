package dev.latent.platform.failure;

import dev.latent.problem.MalformedJson;
import dev.latent.problem.Nearest;
import dev.latent.problem.Problem;
import dev.latent.problem.TypeInWords;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What to say of a JSON body that could not be read: 400 where it is no JSON, 422 where a field is wrong. */
final class UnreadableBody {
    private UnreadableBody() {}

    static Problem explain(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
            return Problem.invalid(pointer(unknown), unknownMember(unknown));
        }
        if (e.getCause() instanceof DatabindException wrong && !isFollowed(wrong)) {
            return Problem.invalid(pointer(wrong), name(wrong) + " must be " + wanted(wrong) + sent(wrong));
        }
        if (e.getCause() instanceof InputCoercionException large) {
            String wanted = TypeInWords.of(large.getTargetType());
            return Problem.invalid(pointer(large), name(large) + " must be " + wanted + " of fewer digits");
        }
        if (e.getCause() instanceof JacksonException malformed) {
            return Problem.badBody("The body is not JSON: " + MalformedJson.explain(malformed));
        }
        return Problem.badBody("The body is missing or can't be read; a JSON object is needed");
    }

    /** Jackson has no type of its own for it. */
    private static boolean isFollowed(DatabindException e) {
        return e.getPath().isEmpty() && e.getOriginalMessage().startsWith("Trailing token");
    }

    private static String unknownMember(UnrecognizedPropertyException e) {
        String name = e.getPropertyName();
        List<String> known = Objects.requireNonNullElse(e.getKnownPropertyIds(), List.of()).stream()
                .map(String::valueOf)
                .toList();
        return name + " is not known here" + Nearest.question(name, known) + "; there are " + String.join(", ", known);
    }

    private static String wanted(DatabindException e) {
        Class<?> type = e instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
        return type == null ? "something else" : TypeInWords.of(type);
    }

    private static String sent(DatabindException e) {
        return e instanceof InvalidFormatException format ? ", not \"" + format.getValue() + "\"" : "";
    }

    private static String name(JacksonException e) {
        List<JacksonException.Reference> path = e.getPath();
        @Nullable
        String last = path.isEmpty() ? null : path.get(path.size() - 1).getPropertyName();
        return last == null ? "The body" : last;
    }

    private static String pointer(JacksonException e) {
        StringBuilder pointer = new StringBuilder("#");
        List<JacksonException.Reference> path = e.getPath();
        for (JacksonException.Reference step : path) {
            pointer.append('/').append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName());
        }
        return pointer.toString();
    }
}
