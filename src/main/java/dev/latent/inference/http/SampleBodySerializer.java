package dev.latent.inference.http;

import dev.latent.exchange.body.SampleBody;
import dev.latent.exchange.json.JsonSamples;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/** A sample body inside another JSON object. */
final class SampleBodySerializer extends ValueSerializer<SampleBody> {
    @Override
    public void serialize(SampleBody body, JsonGenerator generator, SerializationContext context) {
        JsonSamples.write(generator, body);
    }
}
