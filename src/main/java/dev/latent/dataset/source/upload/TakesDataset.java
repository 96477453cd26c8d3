package dev.latent.dataset.source.upload;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** Documents the form of an upload; {@link UploadForm} reads it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(
        required = true,
        content =
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                        schema = @Schema(implementation = TakesDataset.Form.class)))
@interface TakesDataset {
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "DatasetUpload",
            requiredProperties = {"name", "file"})
    record Form(
            @Schema(pattern = "^[a-z0-9][a-z0-9._-]{0,62}$") String name,

            @ArraySchema(
                    arraySchema =
                            @Schema(
                                    description =
                                            "one or more files of one kind, also in a .zip: pictures (PNG, JPEG, GIF, BMP, TIFF,"
                                                    + " WebP, PNM) in class folders or without, IDX (also gzipped), .csv, .tsv, .npy, .npz"),
                    schema = @Schema(type = "string", format = "binary"))
            List<byte[]> file,

            @Schema(
                    description = "of images: the side they get, or width and height, as 28 or 32x28;"
                            + " unless fit says otherwise, they fill it, and what stands out on two sides is cut off")
            @Nullable
            String resize,

            @Schema(
                    description = "with resize: cover scales images to fill the size and cuts what stands out, the same"
                            + " on both sides; contain keeps all of an image and fills the rest with the background;"
                            + " stretch scales differently across and down",
                    allowableValues = {"cover", "contain", "stretch"},
                    defaultValue = "cover")
            @Nullable
            String fit,

            @Schema(
                    description = "what transparent pictures are laid on, and what is around them with fit=contain: a"
                            + " colour's name, as black, or #rrggbb",
                    defaultValue = "white")
            @Nullable
            String background,

            @Schema(description = "of images: 1 makes them grey, 3 red, green and blue") @Nullable
            Integer channels,

            @Schema(
                    description =
                            "of CSV: the column with the classes, empty for none; by default the one that is called"
                                    + " label, class or target in any case, a target only if it looks like classes")
            @Nullable
            String labelColumn,

            @Schema(
                    description =
                            "of CSV: the types of columns where they are not recognized, or not as wanted, as JSON:"
                                    + " {\"press\": \"category\", \"note\": \"ignore\"}; number, category, boolean, date-time,"
                                    + " text, id or ignore, of which the last three are left out")
            @Nullable
            String columns,

            @Schema(
                    description = "of CSV: comma, semicolon, tab or bar; by default recognized",
                    allowableValues = {"comma", "semicolon", "tab", "bar"})
            @Nullable
            String separator,

            @Schema(
                    description = "of CSV: what stands before fractions, as in 1.25 or 1,25; by default recognized",
                    allowableValues = {"point", "comma"})
            @Nullable
            String decimal,

            @Schema(description = "of CSV: what its text is encoded in, as windows-1252; by default UTF-8, or UTF-16")
            @Nullable
            String encoding,

            @Schema(description = "of CSV: whether the first line names the columns; by default it must") @Nullable
            Boolean header,

            @Schema(description = "of rows of numbers without labels: cuts the series into samples of so many rows")
            @Nullable
            Integer window,

            @Schema(description = "with window: a sample starts so many rows after the one before; by default window")
            @Nullable
            Integer stride,

            @Schema(
                    description =
                            "of images of floats in NPY: what their pixels range over, as 0,255; by default 0,1. Of pictures"
                                    + " of 16 bits, as 0,4095; by default the least of 8, 10, 12, 14 and 16 bits that holds"
                                    + " all of their values")
            @Nullable
            String valueRange,

            @Schema(
                    description =
                            "of pictures in folders trainA, trainB, testA and testB, as CycleGAN's are kept: which"
                                    + " of the two datasets this is to be",
                    allowableValues = {"a", "b"})
            @Nullable
            String domain) {}
}
