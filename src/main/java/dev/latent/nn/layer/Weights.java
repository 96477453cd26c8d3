package dev.latent.nn.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Kernel.Layout;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The named weights of one network: parameters, which are trained, and buffers, such as running statistics, which are
 * not. Layers ask for their weights here when they are built, so the order is that of the network's construction.
 */
public final class Weights {
    private final NDManager manager;
    private final Source source;
    private final Map<String, NDArray> parameters = new LinkedHashMap<>();
    private final Map<String, NDArray> buffers = new LinkedHashMap<>();
    private final Map<String, NDArray> rounded = new LinkedHashMap<>();
    private boolean training;

    Weights(NDManager manager, Source source) {
        this.manager = manager;
        this.source = source;
    }

    /** The weights of several networks that are trained as one. */
    public static Weights union(Map<String, Weights> networks) {
        Weights first = networks.values().iterator().next();
        Weights union = new Weights(first.manager, first.source);
        networks.forEach((network, weights) -> {
            weights.parameters.forEach((name, array) -> put(union, union.parameters, network + "/" + name, array));
            weights.buffers.forEach((name, array) -> put(union, union.buffers, network + "/" + name, array));
            weights.rounded.forEach((name, array) -> union.rounded.put(network + "/" + name, array));
        });
        return union;
    }

    /** A trained tensor. @throws IllegalArgumentException if the name is taken */
    public NDArray parameter(String name, Shape shape, Initializer initializer) {
        NDArray array = manager.create(source.initialize(shape, initializer), shape);
        put(this, parameters, name, array);
        return array;
    }

    /** A trained tensor {@code [a, b, h, w]}, kept in this layout. */
    public void imageParameter(String name, Shape shape, Layout layout, Initializer initializer) {
        NDArray array = manager.create(source.initialize(shape, initializer), shape);
        put(this, parameters, name, layout == Layout.CHANNELS_LAST ? NativeOperations.channelsLast(array) : array);
    }

    /** A tensor that is kept but not trained. */
    public NDArray buffer(String name, Shape shape, float value) {
        source.take(shape);
        NDArray array = manager.full(shape, value);
        put(this, buffers, name, array);
        return array;
    }

    /** The copy of a parameter in bfloat16 that layers compute with in its stead. It is up to date after {@link #round}. */
    NDArray rounded(String parameter) {
        return rounded.computeIfAbsent(parameter, it -> NativeOperations.rounded(parameters.get(it)));
    }

    /** To be called when parameters have been overwritten, before the network computes again. */
    public void round() {
        if (!rounded.isEmpty()) {
            List<NDArray> sources =
                    rounded.keySet().stream().map(parameters::get).toList();
            NativeOperations.copyAll(sources, List.copyOf(rounded.values()));
        }
    }

    /** What gradients are taken with respect to, in the order of the parameters: their copies where layers compute with these. */
    public List<NDArray> computedWith() {
        return parameters.entrySet().stream()
                .map(entry -> rounded.getOrDefault(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static void put(Weights weights, Map<String, NDArray> map, String name, NDArray array) {
        if (weights.all().containsKey(name)) {
            throw new IllegalArgumentException("two weights are named " + name);
        }
        map.put(name, array);
    }

    public Map<String, NDArray> parameters() {
        return Collections.unmodifiableMap(parameters);
    }

    public Map<String, NDArray> buffers() {
        return Collections.unmodifiableMap(buffers);
    }

    /** Parameters, then buffers. */
    public Map<String, NDArray> all() {
        Map<String, NDArray> all = new LinkedHashMap<>(parameters);
        all.putAll(buffers);
        return all;
    }

    public long parameterCount() {
        return parameters.values().stream().mapToLong(NDArray::size).sum();
    }

    Precision precision() {
        return source.precision;
    }

    /** The network that these weights make, with results in float32 whatever it computes in. */
    public Layer inFloat32(Layer network) {
        return precision() == Precision.FLOAT32
                ? network
                : Layer.chain(List.of(network, NativeLayer.of("torch.to(x, 6)", LayerDescription.none())));
    }

    /** Whether each weight is divided by its largest singular value where it is used. */
    boolean spectral() {
        return source.spectral;
    }

    /** Whether batch statistics are used, and kept, rather than the running ones. */
    public boolean training() {
        return training;
    }

    public void training(boolean training) {
        this.training = training;
    }

    /** While on, what is computed with these parameters records a graph. For {@code TrainableNetwork} alone. */
    public void requireGradients(boolean required) {
        computedWith().forEach(parameter -> parameter.setRequiresGradient(required));
    }

    /** What the weights live as long as. */
    public NDManager manager() {
        return manager;
    }

    /** Makes weights: drawn from a seed, or blank where they are about to be loaded. */
    public static final class Source {
        private final NDManager manager;
        private final @Nullable RandomGenerator random;
        private final Precision precision;
        private final boolean spectral;
        private final AtomicLong valuesLeft;

        private Source(NDManager manager, @Nullable RandomGenerator random, long mostValues) {
            this(manager, random, Precision.FLOAT32, false, new AtomicLong(mostValues));
        }

        private Source(
                NDManager manager,
                @Nullable RandomGenerator random,
                Precision precision,
                boolean spectral,
                AtomicLong valuesLeft) {
            this.manager = manager;
            this.random = random;
            this.precision = precision;
            this.spectral = spectral;
            this.valuesLeft = valuesLeft;
        }

        /** Weights drawn from {@code random}, the same on every machine; they live as long as {@code manager}. */
        public static Source drawn(NDManager manager, RandomGenerator random) {
            return new Source(manager, random, Long.MAX_VALUE);
        }

        /** Zeros, to be loaded into. */
        public static Source blank(NDManager manager) {
            return blank(manager, Long.MAX_VALUE);
        }

        /**
         * Zeros, to be loaded into from files of which it is known how much they hold at most. Networks that need more
         * are an {@link IllegalArgumentException} before they take memory.
         */
        public static Source blank(NDManager manager, long mostValues) {
            return new Source(manager, null, mostValues);
        }

        /** For networks that are to be trained in this precision; what is loaded to be served stays in float32. */
        public Source in(Precision wanted) {
            return random == null ? this : new Source(manager, random, wanted, spectral, valuesLeft);
        }

        /** For networks that are spectrally normalized (Miyato 2018), or not. */
        public Source spectrallyNormalized(boolean on) {
            return new Source(manager, random, precision, on, valuesLeft);
        }

        /** The weights of one more network. */
        public Weights network() {
            return new Weights(manager, this);
        }

        private void take(Shape shape) {
            if (valuesLeft.addAndGet(-shape.size()) < 0) {
                throw new IllegalArgumentException("the networks have more weights than their files hold");
            }
        }

        private float[] initialize(Shape shape, Initializer initializer) {
            take(shape);
            float[] values = new float[Math.toIntExact(shape.size())];
            if (random != null) {
                initializer.fill(values, shape, random);
            }
            return values;
        }
    }
}
