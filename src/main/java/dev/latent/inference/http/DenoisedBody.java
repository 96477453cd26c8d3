package dev.latent.inference.http;

import dev.latent.exchange.SampleSchema;
import dev.latent.exchange.body.SampleBody;
import dev.latent.inference.engine.Units;
import dev.latent.inference.operation.Denoised;
import dev.latent.inference.operation.Denoised.Comparison;
import dev.latent.inference.operation.Denoised.Score;
import dev.latent.inference.operation.VersionAndSeed;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code GET …/denoised} as JSON.
 *
 * @param psnr in dB, the mean over the samples; null for vectors
 * @param ssim the mean over the samples; null for vectors
 * @param mse the mean over the samples, in squared units of the dataset
 */
@Schema(name = "Denoising")
record DenoisedBody(
        int version,
        long seed,

        @Schema(implementation = SampleSchema.Answered.class) @JsonSerialize(using = SampleBodySerializer.class)
        SampleBody clean,

        @Schema(implementation = SampleSchema.Answered.class) @JsonSerialize(using = SampleBodySerializer.class)
        SampleBody noisy,

        @Schema(implementation = SampleSchema.Answered.class) @JsonSerialize(using = SampleBodySerializer.class)
        SampleBody denoised,

        Comparison psnr,
        Comparison ssim,
        Comparison mse,
        List<Score> perSample) {

    static byte[] write(VersionAndSeed asked, Denoised result) {
        return JsonMapper.shared().writeValueAsBytes(of(asked, result));
    }

    private static DenoisedBody of(VersionAndSeed asked, Denoised result) {
        Units units = Units.of(asked.version().description());
        return new DenoisedBody(
                asked.version().version(),
                asked.seed(),
                units.body(result.clean(), null),
                units.body(result.noisy(), null),
                units.body(result.denoised(), null),
                result.mean(Score::psnr),
                result.mean(Score::ssim),
                result.mean(Score::mse),
                result.perSample());
    }
}
