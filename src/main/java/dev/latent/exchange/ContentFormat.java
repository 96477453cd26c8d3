package dev.latent.exchange;

import dev.latent.exchange.body.SampleFormat;
import dev.latent.problem.Problem;
import dev.latent.sample.SampleShape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What a {@code Content-Type} header announces. */
final class ContentFormat {
    private ContentFormat() {}

    static SampleFormat of(@Nullable String contentType, SampleShape shape) {
        return Arrays.stream(SampleFormat.values())
                .filter(format -> format.reads(shape) && format.reads(parse(contentType)))
                .findFirst()
                .orElseThrow(() -> Problem.unsupportedMediaType(
                        "send the samples as " + taken(shape) + ", not as " + contentType));
    }

    /** The one of some formats that a body is in; a PNG is like every picture that isn't among them. */
    static Optional<SampleFormat> sent(@Nullable String contentType, List<SampleFormat> formats) {
        MediaType type = parse(contentType);
        return formats.stream()
                .filter(format -> format.mediaType().equalsTypeAndSubtype(type))
                .findFirst()
                .or(() -> formats.stream().filter(format -> format.reads(type)).findFirst());
    }

    private static MediaType parse(@Nullable String contentType) {
        try {
            return contentType == null ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(contentType);
        } catch (InvalidMediaTypeException e) {
            throw Problem.badHeader("Content-Type", "Content-Type can't be read: " + e.getMessage());
        }
    }

    private static String taken(SampleShape shape) {
        return Arrays.stream(SampleFormat.values())
                .filter(format -> format.reads(shape))
                .map(format -> format.mediaType().toString())
                .collect(Collectors.joining(", "));
    }
}
