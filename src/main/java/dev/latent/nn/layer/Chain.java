package dev.latent.nn.layer;

import ai.djl.ndarray.NDArray;
import java.util.ArrayList;
import java.util.List;

/** Layers one after the other, neighbors that can be one native call being one. */
record Chain(List<Layer> layers) implements Layer {
    static Layer of(List<Layer> given) {
        List<Layer> joined = new ArrayList<>();
        List<NativeLayer> run = new ArrayList<>();
        for (Layer layer : flat(given)) {
            boolean goesOn = layer instanceof NativeLayer next && run.stream().allMatch(one -> one.joins(next));
            if (!goesOn && !run.isEmpty()) {
                joined.add(NativeLayer.inTurn(run));
                run = new ArrayList<>();
            }
            if (layer instanceof NativeLayer next) {
                run.add(next);
            } else {
                joined.add(layer);
            }
        }
        if (!run.isEmpty()) {
            joined.add(NativeLayer.inTurn(run));
        }
        return joined.size() == 1 ? joined.get(0) : new Chain(List.copyOf(joined));
    }

    private static List<Layer> flat(List<Layer> given) {
        List<Layer> flat = new ArrayList<>();
        for (Layer layer : given) {
            flat.addAll(layer instanceof Chain chain ? chain.layers : List.of(layer));
        }
        return flat;
    }

    @Override
    public LayerDescription description() {
        return LayerDescription.inTurn(layers.stream().map(Layer::description).toList());
    }

    @Override
    public NDArray apply(NDArray x) {
        NDArray y = x;
        for (Layer layer : layers) {
            y = layer.apply(y);
        }
        return y;
    }
}
