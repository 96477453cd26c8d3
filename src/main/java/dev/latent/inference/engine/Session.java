package dev.latent.inference.engine;

import dev.latent.inference.engine.LoadedModels.Use;
import dev.latent.registry.ModelVersion;

/** One request's use of a version: the model stays loaded until it is closed. */
public record Session(ModelVersion version, Use use, Inference inference, boolean patient) implements AutoCloseable {
    /** The same for a stream: its calls are let in however many wait, as it has few of them under way at a time. */
    public Session patiently() {
        return new Session(version, use, inference, true);
    }

    /** The model as what it can do. */
    public <C> C as(Class<C> capability) {
        return capability.cast(use.model().model());
    }

    public boolean can(Class<?> capability) {
        return capability.isInstance(use.model().model());
    }

    /** @throws NonFiniteAnswer if an answer is none */
    public Rows call(Call call, Rows rows) {
        Rows answer = callUnchecked(call, rows);
        FiniteCheck.require(rows, answer);
        return answer;
    }

    public Rows callUnchecked(Call call, Rows rows) {
        long resultBytes = (long) rows.count() * units().shape().size() * Float.BYTES;
        return inference.call(use.model(), call, rows, patient ? 0 : rows.bytes() + resultBytes);
    }

    public Units units() {
        return Units.of(version.description());
    }

    @Override
    public void close() {
        use.close();
    }
}
