package dev.latent.exchange;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents that the body of a request is a sample body. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(
        required = true,
        description = "samples: a picture (one image or a grid; PNG, JPEG, TIFF, WebP, GIF, BMP or PNM, turned as its"
                + " orientation says; a TIFF may have a page a sample), {\"values\": [[…], …]}, a NumPy array, CSV, or"
                + " lines of JSON, one a sample; as they are, or as the only file of a form",
        content = {
            @Content(mediaType = "application/json", schema = @Schema(implementation = SampleSchema.Sent.class)),
            @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
            @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string")),
            @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = "image/jpeg", schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = "image/tiff", schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = "application/x-npy", schema = @Schema(type = "string", format = "binary")),
            @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = SampleSchema.Form.class))
        })
public @interface TakesSamples {}
