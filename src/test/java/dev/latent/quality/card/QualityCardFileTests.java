package dev.latent.quality.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.family.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QualityCardFileTests {
    @ParameterizedTest
    @ValueSource(strings = {"mnist-denoiser", "mnist-vae", "mnist-cgan", "mnist-dcgan", "digits-translator"})
    void theCardsOfShippedModelsAreReadable(String model) throws IOException {
        QualityCard card = Json.MAPPER.readValue(Path.of("models", model, "quality.json"), QualityCard.class);

        assertThat(card.figures()).isNotEmpty();
    }

    @Test
    void aCardComesBackAsItWasWritten() {
        QualityCard card = new QualityCard(
                QualityCard.FORMAT_VERSION,
                "gan",
                List.of(),
                100,
                1,
                "0.1",
                Instant.EPOCH,
                "0.2",
                1.5,
                new QualityCard.ClassifierNote("digits", 0.98, 100, "convolutions", "0123456789ab"),
                List.of(Figure.lower("frechetDistance", 2)
                        .measured(100, 1, "squared")
                        .beside(1, "the test split")),
                List.of(),
                List.of());

        assertThat(Json.MAPPER.readValue(Json.PRETTY.writeValueAsBytes(card), QualityCard.class))
                .isEqualTo(card);
    }
}
