package dev.latent.sample;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** Writes a number that is whole without a fraction. */
final class WholeNumbers extends ValueSerializer<Double> {
    @Override
    public void serialize(Double number, JsonGenerator json, SerializationContext context) {
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            json.writeNumber(number.longValue());
        } else {
            json.writeNumber(number);
        }
    }
}
