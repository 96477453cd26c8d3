package dev.latent.start;

import dev.latent.home.HomeRefused;
import dev.latent.storage.StorageUnavailable;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** Tells in one line why the service could not start, where its owner can do something about it. */
public final class StartFailure implements SpringBootExceptionReporter, Ordered {
    /** The call was wrong, not the machine. */
    private static final int WRONG_CALL = 2;

    private final @Nullable ConfigurableApplicationContext context;

    /** Spring makes it for the start that failed. */
    public StartFailure(@Nullable ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** What the process ends with. */
    public static int exitCode(Throwable failure) {
        return chain(failure).anyMatch(StartFailure::isWrongCall) ? WRONG_CALL : 1;
    }

    private static boolean isWrongCall(Throwable cause) {
        return cause instanceof SettingRefused
                || ofASetting(cause)
                || cause instanceof org.springframework.boot.context.properties.bind.BindException;
    }

    @Override
    public boolean reportException(Throwable failure) {
        Optional<String> line =
                chain(failure).flatMap(cause -> explain(cause).stream()).findFirst();
        line.ifPresent(text -> System.err.println("latent-server: " + text));
        return line.isPresent();
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    private Optional<String> explain(Throwable cause) {
        if (cause instanceof SettingRefused || cause instanceof HomeRefused || cause instanceof StorageUnavailable) {
            return Optional.ofNullable(cause.getMessage());
        }
        if (cause instanceof BindValidationException invalid) {
            return Optional.of(bounds(invalid));
        }
        if (cause instanceof org.springframework.boot.context.properties.bind.BindException wrong) {
            return wrong.getProperty() == null || chain(wrong).anyMatch(BindValidationException.class::isInstance)
                    ? Optional.empty()
                    : Optional.of(wrong.getName() + " can't be '"
                            + wrong.getProperty().getValue() + "'");
        }
        if (cause instanceof PortInUseException port) {
            return Optional.of("port " + port.getPort() + " is in use by another program; choose another one with"
                    + " --server.port=" + (port.getPort() + 1) + ", or a free one with --server.port=0");
        }
        if (cause instanceof SocketException socket) {
            return Optional.of("the service can't listen at " + property("server.address") + ":"
                    + property("server.port") + ": " + socket.getMessage());
        }
        if (cause instanceof SQLException database) {
            return Optional.of(
                    "the database " + property("spring.datasource.url").split("[?]", 2)[0] + " can't be used: "
                            + database.getMessage().lines().findFirst().orElse(""));
        }
        return ofASetting(cause) ? Optional.ofNullable(cause.getMessage()) : Optional.empty();
    }

    /** Whoever takes a setting may refuse it: the message then begins with its name. */
    private static boolean ofASetting(Throwable cause) {
        return (cause instanceof IllegalArgumentException || cause instanceof IllegalStateException)
                && cause.getMessage() != null
                && cause.getMessage().startsWith("latent.");
    }

    private String property(String name) {
        return context == null ? name : context.getEnvironment().getProperty(name, name);
    }

    private static String bounds(BindValidationException invalid) {
        String prefix = invalid.getValidationErrors().getName() + ".";
        return invalid.getValidationErrors().getAllErrors().stream()
                .map(error -> prefix + bound(error))
                .collect(Collectors.joining("; "));
    }

    private static String bound(ObjectError error) {
        return error instanceof FieldError field
                ? dashed(field.getField()) + " " + field.getDefaultMessage() + ", not " + field.getRejectedValue()
                : String.valueOf(error.getDefaultMessage());
    }

    private static String dashed(String field) {
        return field.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }
}
