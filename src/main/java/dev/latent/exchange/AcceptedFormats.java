package dev.latent.exchange;

import dev.latent.exchange.body.SampleFormat;
import dev.latent.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What an {@code Accept} header asks for (RFC 9110, 12.5.1): of the ranges that fit a format the most specific counts. */
record AcceptedFormats(List<MediaType> ranges) {
    static AcceptedFormats parse(@Nullable String accept) {
        if (accept == null || accept.isBlank()) {
            return new AcceptedFormats(List.of(MediaType.ALL));
        }
        try {
            return new AcceptedFormats(MediaType.parseMediaTypes(accept));
        } catch (InvalidMediaTypeException e) {
            throw Problem.badHeader("Accept", "Accept can't be read: " + e.getMessage());
        }
    }

    /** @param offered in the order of the service's own preference */
    SampleFormat best(List<SampleFormat> offered) {
        return offered.stream()
                .filter(format -> quality(format) > 0)
                .max(Comparator.comparingDouble(this::quality)
                        .thenComparing(this::specificity)
                        .thenComparing(Comparator.comparing(offered::indexOf).reversed()))
                .orElseThrow(() -> Problem.notAcceptable("this is written as " + names(offered)));
    }

    private double quality(SampleFormat format) {
        return ranges.stream()
                .filter(range -> range.includes(format.mediaType()))
                .max(Comparator.comparingInt(AcceptedFormats::specificity))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
    }

    private int specificity(SampleFormat format) {
        return ranges.stream()
                .filter(range -> range.includes(format.mediaType()))
                .mapToInt(AcceptedFormats::specificity)
                .max()
                .orElse(0);
    }

    private static int specificity(MediaType range) {
        return range.isWildcardType() ? 0 : range.isWildcardSubtype() ? 1 : 2;
    }

    private static String names(List<SampleFormat> formats) {
        return formats.stream().map(format -> format.mediaType().toString()).collect(Collectors.joining(", "));
    }
}
