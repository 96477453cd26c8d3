package dev.latent.exchange.body;

import dev.latent.sample.SampleShape;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;

/** The media types of a sample body. */
public enum SampleFormat {
    JSON(MediaType.APPLICATION_JSON),
    PNG(MediaType.IMAGE_PNG),
    NPY(new MediaType("application", "x-npy")),
    CSV(new MediaType("text", "csv")),
    /** One JSON value a line, each a sample. */
    NDJSON(new MediaType("application", "x-ndjson")),
    /** A page a sample; of 8 or 16 bits or of floats. */
    TIFF(new MediaType("image", "tiff")),
    JPEG(MediaType.IMAGE_JPEG);

    private static final MediaType ANY_PICTURE = new MediaType("image", "*");
    private static final Set<String> NAMES_OF_NDJSON =
            Set.of("x-ndjson", "ndjson", "jsonl", "x-jsonl", "jsonlines", "x-jsonlines");

    private final MediaType mediaType;

    SampleFormat(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** Whether a body of this type is read so; of pictures any is, as their content tells the kind. */
    public boolean reads(MediaType type) {
        return switch (this) {
            case PNG -> ANY_PICTURE.includes(type);
            case NDJSON -> type.getType().equals("application") && NAMES_OF_NDJSON.contains(type.getSubtype());
            default -> mediaType.includes(type);
        };
    }

    /** Whether it is a picture. */
    public boolean isPicture() {
        return this == PNG || this == TIFF || this == JPEG;
    }

    /** Whether samples follow each other in it without end, so that none need wait for those behind it. */
    public boolean streams() {
        return this == NPY || this == CSV || this == NDJSON;
    }

    /** Whether samples of a shape can be written so: vectors as a picture only in two dimensions, images not as CSV. */
    public boolean writes(SampleShape shape) {
        return switch (this) {
            case JSON, NPY, NDJSON -> true;
            case PNG -> shape.isImage() || shape.size() == 2;
            case TIFF, JPEG -> shape.isImage();
            case CSV -> !shape.isImage();
        };
    }

    /** Those in which samples of a shape can be written. */
    public static List<SampleFormat> writing(SampleShape shape) {
        return Arrays.stream(values()).filter(format -> format.writes(shape)).toList();
    }

    /** Whether samples of a shape can be read from it. */
    public boolean reads(SampleShape shape) {
        return this == PNG ? shape.isImage() : writes(shape);
    }
}
