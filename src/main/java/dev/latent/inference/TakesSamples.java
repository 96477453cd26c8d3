package dev.latent.inference;

import io.swagger.v3.oas.annotations.media.Content;
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
                + " orientation says), {\"values\": [[…], …]}, a NumPy array, or CSV",
        content = {
            @Content(mediaType = "image/png"),
            @Content(mediaType = "image/jpeg"),
            @Content(mediaType = "image/tiff"),
            @Content(mediaType = "application/json"),
            @Content(mediaType = "application/x-npy"),
            @Content(mediaType = "text/csv")
        })
@interface TakesSamples {}
