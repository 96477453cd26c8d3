package dev.latent.problem;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.exc.MismatchedInputException;

/** Why a text is no JSON and where, without the parser's own switches and classes. */
public final class MalformedJson {
    private static final Pattern START = Pattern.compile(" \\(start marker at \\[Source: [^]]*]\\)");
    private static final Pattern SWITCH = Pattern.compile("(, from|: enable)? ?`[^`]*`( to allow)?");

    private MalformedJson() {}

    /** {@code Unexpected end-of-input … (line 1, column 7)}. */
    public static String explain(JacksonException e) {
        // A reader of whole trees has nothing else to say of a mismatch.
        String said = e instanceof MismatchedInputException ? "something follows it" : e.getOriginalMessage();
        return SWITCH.matcher(START.matcher(said).replaceAll("")).replaceAll("") + place(e.getLocation());
    }

    private static String place(@Nullable TokenStreamLocation at) {
        return at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
    }
}
