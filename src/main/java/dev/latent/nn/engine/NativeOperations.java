package dev.latent.nn.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Operations of libtorch that DJL's engine lacks, each built at its first use. */
public final class NativeOperations {
    private static final Map<String, NativeOperation> BUILT = new ConcurrentHashMap<>();

    private NativeOperations() {}

    /** @param method the text of a TorchScript method named {@code forward}; it stays in memory, so there must be few */
    public static NativeOperation of(String method) {
        return BUILT.computeIfAbsent(method, NativeOperation::new);
    }

    /** The same images in the layout that convolutions are fastest in, and that they keep. {@code [n, c, h, w]}. */
    public static NDArray channelsLast(NDArray x) {
        return of("""
                def forward(self: __torch__.Operation, x: Tensor) -> Tensor:
                  return torch.contiguous(x, memory_format=2)
                """).apply(x);
    }

    /** The same values in row-major order: what is read out or saved must be. */
    public static NDArray rowMajor(NDArray x) {
        return of("""
                def forward(self: __torch__.Operation, x: Tensor) -> Tensor:
                  return torch.contiguous(x)
                """).apply(x);
    }

    /** The same in bfloat16 and the same layout. */
    public static NDArray rounded(NDArray x) {
        return of("""
                def forward(self: __torch__.Operation, x: Tensor) -> Tensor:
                  return torch.to(x, 15)
                """).apply(x);
    }

    /** What scalars hold, of whatever types they are, read at once. @param scalars at least one */
    public static float[] read(List<NDArray> scalars) {
        try (NDArray together = of("""
                def forward(self: __torch__.Operation, scalars: List[Tensor]) -> Tensor:
                  return torch.to(torch.stack(scalars), 6)
                """).call(scalars.get(0).getManager(), NativeOperation.list(scalars))) {
            return together.toFloatArray();
        }
    }

    /** Overwrites each of {@code targets} where it is, in its own type. */
    public static void copyAll(List<NDArray> sources, List<NDArray> targets) {
        of("""
                def forward(self: __torch__.Operation, sources: List[Tensor], targets: List[Tensor]) -> int:
                  torch._foreach_copy_(targets, sources)
                  return 0
                """).run(NativeOperation.list(sources), NativeOperation.list(targets));
    }

    /** Overwrites {@code target} where it is, whatever its layout. */
    public static void copy(NDArray source, NDArray target) {
        of("""
                def forward(self: __torch__.Operation, source: Tensor, target: Tensor) -> Tensor:
                  return torch.copy_(target, source)
                """).run(IValue.from((PtNDArray) source), IValue.from((PtNDArray) target));
    }

    /**
     * The gradient of {@code y}'s sum with respect to {@code x}, itself differentiable.
     *
     * @param x must have been followed since {@link #followed}
     * @return of x's shape
     */
    public static NDArray inputGradient(NDArray x, NDArray y) {
        return of("""
                def forward(self: __torch__.Operation, x: Tensor, y: Tensor) -> Tensor:
                  ones = annotate(List[Optional[Tensor]], [torch.ones_like(y)])
                  gradients = torch.autograd.grad([y], [x], ones, True, True)
                  return unchecked_cast(Tensor, gradients[0])
                """).apply(x, y);
    }

    /** ‖x‖ of each sample, {@code [n]}; its gradient where x is 0 is 0. */
    public static NDArray norms(NDArray x) {
        return of("""
                def forward(self: __torch__.Operation, x: Tensor) -> Tensor:
                  return torch.norm(torch.flatten(x, 1, -1), 2, [1])
                """).apply(x);
    }

    /**
     * x · factor. A graph that is recorded keeps the factor's memory; that of a number which DJL's own {@code mul}, {@code div}
     * and {@code pow} take is free for the garbage collector before the gradients are computed.
     */
    public static NDArray scaled(NDArray x, double factor) {
        return x.mul(x.getManager().create((float) factor));
    }

    /** x + factor · y, of one shape; with a graph as in {@link #scaled}. */
    public static NDArray sum(NDArray x, NDArray y, double factor) {
        return of("""
                def forward(self: __torch__.Operation, x: Tensor, y: Tensor, factor: Tensor) -> Tensor:
                  return torch.addcmul(x, y, factor)
                """).apply(x, y, x.getManager().create((float) factor));
    }

    /** A copy of {@code x} with respect to which gradients can be taken. */
    public static NDArray followed(NDArray x) {
        NDArray copy = x.stopGradient();
        copy.setRequiresGradient(true);
        return copy;
    }
}
