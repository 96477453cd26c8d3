package dev.latent.problem;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/** What is wrong with JSON, without the reader's words for itself. */
final class JsonText {
    private static final int LONGEST_VALUE = 60;
    private static final Pattern ASIDES = Pattern.compile(" ?\\([^()]*\\[Source: [^\\]]*\\]\\)"
            + "|\\s*(?:at )?\\[Source: [^\\]]*\\]"
            + "|,? from `[A-Z]\\w*\\.\\w+\\(\\)`"
            + "|,? ?\\([^()`]*`[A-Z][\\w.]*`[^()]*\\)"
            + "|,? \\((?:through reference chain|although at least one Creator exists)[^()]*\\)");

    private static final Pattern WHOLE_NUMBER = Pattern.compile("`(?:int|long|short|byte)`");
    private static final Pattern NUMBER = Pattern.compile("`(?:float|double)`");

    private JsonText() {}

    static String of(JacksonException e) {
        String path = e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("/"));
        return path.isEmpty() || e instanceof UnrecognizedPropertyException ? reason(e) : path + " " + reason(e);
    }

    private static String reason(JacksonException e) {
        if (e instanceof JacksonIOException && e.getCause() != null) {
            return ClientText.of(e.getCause());
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return unknown.getPropertyName() + " is unknown here; there are " + unknown.getKnownPropertyIds();
        }
        if (e instanceof InvalidFormatException wrong && wrong.getTargetType() != null) {
            return "must be " + TypeInWords.of(wrong.getTargetType()) + ", not " + shown(wrong.getValue());
        }
        if (e instanceof ValueInstantiationException refused && refused.getCause() != null) {
            return ClientText.of(refused.getCause());
        }
        if (e instanceof MismatchedInputException wrong && wrong.getTargetType() != null) {
            return "must be " + TypeInWords.of(wrong.getTargetType());
        }
        return ClientText.of(e.getOriginalMessage());
    }

    /** Where the reader points to its source, or to its own settings. */
    static String withoutSource(String text) {
        String told = ASIDES.matcher(text).replaceAll("");
        return NUMBER.matcher(WHOLE_NUMBER.matcher(told).replaceAll("whole number"))
                .replaceAll("number");
    }

    private static String shown(Object value) {
        String text = value instanceof CharSequence ? "\"" + value + "\"" : String.valueOf(value);
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }
}
