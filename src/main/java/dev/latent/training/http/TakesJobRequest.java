package dev.latent.training.http;

import dev.latent.run.Cost;
import dev.latent.training.job.JobView;
import dev.latent.training.request.JobRequests;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents a request for a training, which {@link JobRequests} reads, and its answers. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(required = true, content = @Content(schema = @Schema(implementation = JobRequestBody.class)))
@ApiResponse(
        responseCode = "202",
        description = "the job, which waits for its turn",
        content = @Content(schema = @Schema(implementation = JobView.class)),
        headers =
                @Header(
                        name = "Location",
                        description = "where the job is seen",
                        schema = @Schema(type = "string"),
                        required = true))
@ApiResponse(
        responseCode = "200",
        description = "of a dry run what the job would take; of an Idempotency-Key seen before the first request's job",
        content = @Content(schema = @Schema(oneOf = {Cost.class, JobView.class})))
@interface TakesJobRequest {}
