package dev.latent.training.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.family.FamilyProfile.TrainingDefaults;
import dev.latent.family.Json;
import org.junit.jupiter.api.Test;

class RequestedLengthTests {
    private static final TrainingDefaults USUAL = new TrainingDefaults(8, 64, 6000);

    @Test
    void manySamplesAreSeenAsOftenAsTheFamilySays() {
        assertThat(byDefault(60_000 / 64, 1)).isEqualTo(new RequestedLength(8, null, true));
    }

    @Test
    void fewSamplesAreSeenMoreOftenForThereToBeEnoughUpdates() {
        assertThat(byDefault(300 / 64, 1)).isEqualTo(new RequestedLength(null, 6000L, true));
    }

    @Test
    void aStepThatTakesSeveralBatchesIsSeveralUpdates() {
        assertThat(byDefault(300 / 64, 5)).isEqualTo(new RequestedLength(null, 1200L, true));
    }

    @Test
    void whatAClientAsksForStaysWhatItIs() {
        assertThat(read("{\"epochs\": 2}").or(USUAL, 4, 1)).isEqualTo(new RequestedLength(2, null, false));
        assertThat(read("{\"steps\": 7}").or(USUAL, 4, 1)).isEqualTo(new RequestedLength(null, 7L, false));
    }

    private static RequestedLength byDefault(long batches, int batchesPerStep) {
        return read("{}").or(USUAL, batches, batchesPerStep);
    }

    private static RequestedLength read(String body) {
        return RequestedLength.read(new RequestFields(Json.MAPPER.readTree(body)));
    }
}
