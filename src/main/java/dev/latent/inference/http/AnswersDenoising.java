package dev.latent.inference.http;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents that the answer is a {@link DenoisedBody} or a {@link DenoisedPicture}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "200",
        description = "samples before and after corruption, and denoised",
        content = {
            @Content(mediaType = "application/json", schema = @Schema(implementation = DenoisedBody.class)),
            @Content(mediaType = "image/png", schema = @Schema(type = "string", format = "binary"))
        })
@interface AnswersDenoising {}
