package dev.latent.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.exchange.body.SampleFormat;
import dev.latent.problem.Problem;
import dev.latent.sample.SampleShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpStatus;

class AcceptedFormatsTests {
    private static final SampleShape IMAGE = new SampleShape.Image(1, 8, 8);
    private static final SampleShape POINT = new SampleShape.Vector(2);
    private static final SampleShape VECTOR = new SampleShape.Vector(9);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/*                                        | JSON",
                "image/png                                  | PNG",
                "image/*                                    | PNG",
                "application/x-npy                          | NPY",
                "application/json;q=0.5, image/png          | PNG",
                "image/png;q=0.1, */*;q=0.9                 | JSON",
                "application/json;q=0, */*                  | PNG",
                "text/html, image/avif, image/png, */*;q=0.8 | PNG",
                "application/json, image/png                | JSON",
                "text/html, application/json                | JSON"
            })
    void theBestFitCounts(String accept, SampleFormat expected) {
        assertThat(SampleBodies.negotiate(accept, IMAGE)).isEqualTo(expected);
    }

    @Test
    void jsonIsWrittenForWhoeverSaysNothing() {
        assertThat(SampleBodies.negotiate(null, IMAGE)).isEqualTo(SampleFormat.JSON);
    }

    @Test
    void pointsOfThePlaneArePictures() {
        assertThat(SampleBodies.negotiate("image/png", POINT)).isEqualTo(SampleFormat.PNG);
    }

    @Test
    void longerVectorsAreNot() {
        assertProblem("image/png", VECTOR, HttpStatus.NOT_ACCEPTABLE, "application/json, application/x-npy, text/csv");
    }

    @Test
    void imagesAreNotWrittenAsCsv() {
        assertProblem("text/csv", IMAGE, HttpStatus.NOT_ACCEPTABLE, "application/json, image/png, application/x-npy");
    }

    @Test
    void anAcceptHeaderThatIsNoneIsRefused() {
        assertProblem("application", IMAGE, HttpStatus.BAD_REQUEST, "Accept can't be read");
    }

    private static void assertProblem(String accept, SampleShape shape, HttpStatus status, String detail) {
        assertThatThrownBy(() -> SampleBodies.negotiate(accept, shape))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.getStatusCode()).isEqualTo(status);
                    assertThat(problem.getBody().getDetail()).contains(detail);
                });
    }
}
