package dev.latent.family;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.latent.corruption.Noise;
import dev.latent.nn.engine.NativeOperations;
import java.util.Set;

/**
 * Varies pictures, each in its own way, drawn from the engine's generator. Gradients go through it, so that a generator
 * learns from a discriminator that sees both real and generated pictures varied alike (Zhao 2020).
 */
public record Variation(Set<Augmentation> ways) {
    public static final Variation NONE = new Variation(Set.of());

    /** Part of a side that pictures are moved by at most (Zhao 2020). */
    private static final int SHIFTS = 8;
    /** Part of a side that is blank. */
    private static final double CUT = 0.5;

    public boolean isNone() {
        return ways.isEmpty();
    }

    /** @param x pictures {@code [n, c, h, w]} @param blank the value of a blank */
    public NDArray of(NDArray x, float blank) {
        NDArray varied = x;
        if (ways.contains(Augmentation.BRIGHTNESS)) {
            varied = brightened(varied);
        }
        if (ways.contains(Augmentation.FLIP)) {
            varied = flipped(varied);
        }
        if (ways.contains(Augmentation.SHIFT)) {
            varied = shifted(varied);
        }
        return ways.contains(Augmentation.CUTOUT) ? cut(varied, blank) : varied;
    }

    private static NDArray brightened(NDArray x) {
        long n = x.getShape().get(0);
        NDArray mean = x.reshape(n, -1).mean(new int[] {1}).reshape(n, 1, 1, 1);
        NDArray contrast = drawn(x).add(0.5f);
        return x.sub(mean).mul(contrast).add(mean).add(drawn(x).sub(0.5f));
    }

    private static NDArray flipped(NDArray x) {
        NDArray chosen = drawn(x).lt(0.5f).toType(DataType.FLOAT32, false);
        return x.add(x.flip(3).sub(x).mul(chosen));
    }

    /** The pixels at an edge stand for what is beyond it. */
    private static NDArray shifted(NDArray x) {
        long height = x.getShape().get(2);
        long width = x.getShape().get(3);
        return moves(x, height).matMul(x).matMul(moves(x, width).transpose(0, 1, 3, 2));
    }

    /** {@code [n, 1, side, side]}: in row i a one where the pixel stands that comes to i. */
    private static NDArray moves(NDArray x, long side) {
        NDManager manager = x.getManager();
        long most = (side + SHIFTS - 1) / SHIFTS;
        NDArray by = NativeOperations.scaled(drawn(x), 2 * most + 1).floor().sub(most);
        NDArray places = manager.arange((int) side).toType(DataType.FLOAT32, false);
        NDArray from = places.reshape(1, 1, side, 1).add(by).clip(0, side - 1);
        return from.eq(places.reshape(1, 1, 1, side)).toType(DataType.FLOAT32, false);
    }

    private static NDArray cut(NDArray x, float blank) {
        long height = x.getShape().get(2);
        long width = x.getShape().get(3);
        NDArray hole =
                within(x, height).reshape(-1, 1, height, 1).mul(within(x, width).reshape(-1, 1, 1, width));
        NDArray kept = x.mul(hole.neg().add(1));
        return blank == 0 ? kept : kept.add(NativeOperations.scaled(hole, blank));
    }

    /** Ones where a part of a side is, that is of this length but where it reaches beyond an edge. {@code [n, side]} */
    private static NDArray within(NDArray x, long side) {
        NDArray centre = NativeOperations.scaled(drawn(x), side).reshape(-1, 1);
        NDArray places = x.getManager()
                .arange((int) side)
                .toType(DataType.FLOAT32, false)
                .reshape(1, side)
                .add(0.5f);
        return places.sub(centre).abs().lt((float) (CUT * side / 2)).toType(DataType.FLOAT32, false);
    }

    /** U(0,1) for each picture, {@code [n, 1, 1, 1]}. */
    private static NDArray drawn(NDArray x) {
        return Noise.ENGINE.uniform(x.getManager(), new Shape(x.getShape().get(0), 1, 1, 1));
    }
}
