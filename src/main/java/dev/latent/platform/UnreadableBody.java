package dev.latent.platform;

import dev.latent.problem.Problem;
import java.util.List;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What to say of a JSON body that could not be read: 400 where it is no JSON, 422 where a field is wrong. */
final class UnreadableBody {
    private UnreadableBody() {}

    static Problem explain(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof StreamReadException malformed) {
            return Problem.badBody("The body is not JSON: " + malformed.getOriginalMessage() + at(malformed));
        }
        if (e.getCause() instanceof UnrecognizedPropertyException unknown) {
            return Problem.invalid(
                    pointer(unknown),
                    unknown.getPropertyName() + " is unknown here; there are " + unknown.getKnownPropertyIds());
        }
        if (e.getCause() instanceof DatabindException wrong) {
            return Problem.invalid(pointer(wrong), wrong.getOriginalMessage());
        }
        return Problem.badBody("The body is missing or can't be read");
    }

    private static String at(JacksonException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
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
