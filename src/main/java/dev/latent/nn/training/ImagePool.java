package dev.latent.nn.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.latent.nn.engine.NativeOperation;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.nn.layer.Weights;
import java.util.Map;

/**
 * Samples that a generator made earlier (Shrivastava 2017; Zhu 2017). Until the pool is full it takes in what it is
 * shown; from then on each shown sample is, with probability ½, kept in exchange for one of the pool's.
 */
public final class ImagePool {
    private static final String EXCHANGE = """
            def forward(self: __torch__.Operation, shown: Tensor, pool: Tensor, filled: Tensor) -> Tensor:
              size = torch.size(pool, 0)
              held = int(filled)
              n = torch.size(shown, 0)
              room = ops.prim.min(torch.sub(size, held), n)
              _0 = torch.copy_(torch.narrow(pool, 0, held, room), torch.narrow(shown, 0, 0, room))
              _1 = torch.add_(filled, room)
              swaps = ops.prim.min(torch.sub(n, room), size)
              offered = torch.narrow(shown, 0, room, swaps)
              places = torch.narrow(torch.randperm(size, dtype=None, layout=None, device=None, pin_memory=None), 0, 0, swaps)
              kept = torch.index_select(pool, 0, places)
              coins = torch.rand([swaps], dtype=None, layout=None, device=None, pin_memory=None)
              swap = torch.reshape(torch.lt(coins, 0.5), [swaps%s])
              stored = torch.where(swap, offered, kept)
              given = torch.where(swap, kept, offered)
              _2 = torch.index_copy_(pool, 0, places, stored)
              rest = torch.narrow(shown, 0, torch.add(room, swaps), torch.sub(torch.sub(n, room), swaps))
              return torch.cat([torch.narrow(shown, 0, 0, room), given, rest], 0)
            """;

    private final NDArray pool;
    private final NDArray filled;
    private final NativeOperation exchange;

    /**
     * @param owner whose samples they are; the pool lives as long as its weights
     * @param sample a sample's shape
     */
    public ImagePool(Weights owner, int size, Shape sample) {
        pool = owner.manager().zeros(new Shape(size).addAll(sample));
        filled = owner.manager().zeros(new Shape(), DataType.INT64);
        exchange = NativeOperations.of(EXCHANGE.formatted(", 1".repeat(sample.dimension())));
    }

    /** As many samples as are shown, some of them older. */
    public NDArray exchange(NDArray shown) {
        return pool.isEmpty() ? shown : exchange.apply(shown, pool, filled);
    }

    Map<String, NDArray> state() {
        return pool.isEmpty() ? Map.of() : Map.of("pool", pool, "filled", filled);
    }
}
