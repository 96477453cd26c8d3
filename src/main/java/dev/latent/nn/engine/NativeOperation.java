package dev.latent.nn.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/**
 * An operation of libtorch that DJL does not offer, as the text of one TorchScript method. The engine calls it as one
 * native call, with gradients.
 */
public final class NativeOperation {
    private final PtSymbolBlock block;

    /** @param method the text of a method named {@code forward}, in TorchScript's serialized form */
    NativeOperation(String method) {
        byte[] archive = TorchScriptArchive.of(method);
        PtNDManager manager = (PtNDManager) ComputeDevice.newManager();
        try {
            block = JniUtils.loadModule(manager, new ByteArrayInputStream(archive), true, false);
        } catch (IOException e) {
            throw new IllegalStateException("the engine refuses " + method, e);
        }
    }

    /** Calls it so that a graph is recorded where an argument requires gradients; the result joins the first argument's manager. */
    public NDArray apply(NDArray... arguments) {
        JniUtils.setGraphExecutorOptimize(false);
        return IValueUtils.forward(block, new NDList(arguments), true).get(0);
    }

    /** Calls it with arguments that are not tensors alone; the result joins {@code manager}. */
    public NDArray call(NDManager manager, IValue... arguments) {
        try (IValue result = invoke(arguments)) {
            return result.toTensor((PtNDManager) manager);
        }
    }

    /** Calls it for what it does to its arguments. */
    public void run(IValue... arguments) {
        invoke(arguments).close();
    }

    private IValue invoke(IValue... arguments) {
        JniUtils.setGraphExecutorOptimize(false);
        try {
            return IValueUtils.runMethod(block, "forward", arguments);
        } finally {
            for (IValue argument : arguments) {
                argument.close();
            }
        }
    }

    public static IValue tensor(NDArray array) {
        return IValue.from((PtNDArray) array);
    }

    public static IValue list(List<NDArray> arrays) {
        return IValue.listFrom(arrays.stream().map(PtNDArray.class::cast).toArray(PtNDArray[]::new));
    }
}
