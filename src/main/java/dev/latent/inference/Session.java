package dev.latent.inference;

import dev.latent.inference.LoadedModels.Use;
import dev.latent.registry.ModelVersion;

/** One request's use of a version: the model stays loaded until it is closed. */
record Session(ModelVersion version, Use use, Inference inference) implements AutoCloseable {
    /** The model as what it can do. */
    <C> C as(Class<C> capability) {
        return capability.cast(use.model().model());
    }

    boolean can(Class<?> capability) {
        return capability.isInstance(use.model().model());
    }

    /** @throws NoNumber if an answer is none */
    Rows call(Call call, Rows rows) {
        Rows answer = callUnchecked(call, rows);
        Finite.require(rows, answer);
        return answer;
    }

    Rows callUnchecked(Call call, Rows rows) {
        long resultBytes = (long) rows.count() * units().shape().size() * Float.BYTES;
        return inference.call(use.model(), call, rows, resultBytes);
    }

    Units units() {
        return Units.of(version.description());
    }

    @Override
    public void close() {
        use.close();
    }
}
