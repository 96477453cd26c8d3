package dev.latent.dataset.source;

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
    @Schema(
            name = "DatasetUpload",
            requiredProperties = {"name", "file"})
    record Form(
            @Schema(pattern = "^[a-z0-9][a-z0-9._-]{0,62}$") String name,

            @ArraySchema(
                    arraySchema =
                            @Schema(
                                    description = "one or more files of one kind, also in a .zip: PNG or JPEG pictures"
                                            + " in class folders or without, IDX (also gzipped), .csv, .npy, .npz"),
                    schema = @Schema(type = "string", format = "binary"))
            List<byte[]> file,

            @Schema(description = "of images: the side they get, or width and height, as 28 or 32x28") @Nullable
            String resize,

            @Schema(description = "of images: 1 makes them grey, 3 red, green and blue") @Nullable
            Integer channels,

            @Schema(description = "of CSV: the column with the classes; by default label or class, if there is one")
            @Nullable
            String labelColumn,

            @Schema(description = "of rows of numbers without labels: cuts the series into samples of so many rows")
            @Nullable
            Integer window,

            @Schema(description = "with window: a sample starts so many rows after the one before; by default window")
            @Nullable
            Integer stride,

            @Schema(description = "of images of floats in NPY: what their pixels range over, as 0,255; by default 0,1")
            @Nullable
            String valueRange) {}
}
