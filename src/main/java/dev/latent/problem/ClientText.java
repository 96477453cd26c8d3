package dev.latent.problem;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;

/**
 * What a client may read of what went wrong inside: no path of this machine, no name of a Java class. Every
 * {@link Problem} passes through it; texts from elsewhere that reach clients, such as a job's error, are to as well.
 */
public final class ClientText {
    private static final String UNTOLD = "something in it is not as it should be";
    /** PyTorch's, from its C++ on. */
    private static final Pattern NATIVE_TRACE =
            Pattern.compile("\\s*\\(?(?:Exception raised from|The above operation failed|frame #0:).*", Pattern.DOTALL);

    private static final Pattern STACK_FRAME =
            Pattern.compile("(?m)^\\s*(?:at [\\w.$/<>@]+\\(.*\\)|\\.\\.\\. \\d+ more)\\s*$\\R?");

    private ClientText() {}

    /** The text, with files by their last name, and classes by what they mean or not at all. */
    public static String of(String text) {
        String told =
                STACK_FRAME.matcher(NATIVE_TRACE.matcher(text).replaceFirst("")).replaceAll("");
        return ClassNames.replace(LocalPaths.shorten(JsonText.withoutSource(told)))
                .strip();
    }

    /** What a failure says that its reader can do something about. */
    public static String of(Throwable failure) {
        if (failure instanceof ErrorResponseException problem) {
            return of(String.valueOf(problem.getBody().getDetail()));
        }
        if (failure instanceof UncheckedIOException unchecked && unchecked.getCause() != null) {
            return of(unchecked.getCause());
        }
        if (failure instanceof FileSystemException file) {
            return of(FileText.of(file));
        }
        if (failure instanceof JacksonException json) {
            return JsonText.of(json);
        }
        String message = isSlip(failure) ? null : failure.getMessage();
        String told = of(isBlank(message) ? UNTOLD : message);
        return failure.getCause() instanceof JacksonException json ? told + ": " + JsonText.of(json) : told;
    }

    /** The JVM's own words are about code. */
    private static boolean isSlip(Throwable failure) {
        return failure instanceof NullPointerException
                || failure instanceof ClassCastException
                || failure instanceof IndexOutOfBoundsException
                || failure instanceof NegativeArraySizeException
                || failure instanceof ArrayStoreException
                || failure instanceof ArithmeticException
                || failure instanceof LinkageError;
    }

    private static boolean isBlank(@Nullable String message) {
        return message == null || message.isBlank();
    }
}
