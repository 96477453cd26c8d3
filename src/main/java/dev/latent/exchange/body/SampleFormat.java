package dev.latent.exchange.body;

import dev.latent.sample.SampleShape;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;

/** The media types of a sample body. */
public enum SampleFormat {
    JSON(MediaType.APPLICATION_JSON),
    PNG(MediaType.IMAGE_PNG),
    NPY(new MediaType("application", "x-npy")),
    CSV(new MediaType("text", "csv"));

    private static final MediaType ANY_PICTURE = new MediaType("image", "*");

    private final MediaType mediaType;

    SampleFormat(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    public MediaType mediaType() {
        return mediaType;
    }

    /** Whether a body of this type is read so; of pictures any is, as their content tells the kind. */
    public boolean reads(MediaType type) {
        return this == PNG ? ANY_PICTURE.includes(type) : mediaType.includes(type);
    }

    /** Whether samples of a shape can be written so: vectors as a picture only in two dimensions, images not as CSV. */
    public boolean writes(SampleShape shape) {
        return switch (this) {
            case JSON, NPY -> true;
            case PNG -> shape.isImage() || shape.size() == 2;
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
