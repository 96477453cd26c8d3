package dev.latent.nn.engine;

import ai.djl.pytorch.jni.LibUtils;
import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers that are not 0 but nearer to it than 2⁻¹²⁶. Weights' moments decay into them where units die, gradients where
 * outputs saturate, and Intel's processors take a hundred times as long for a product with one.
 */
public final class Subnormals {
    private static final Logger LOG = LoggerFactory.getLogger(Subnormals.class);

    private Subnormals() {}

    /**
     * Makes the calling thread and the threads that the engine starts for it from now on take them as 0, for its Java
     * code too; until a method returns that the JVM called from native code, as by reflection, and this within it. DJL has
     * no call for it, so this is libtorch's own; without it training is the same, but may be slow.
     */
    public static void flush() {
        Native.FLUSH.run();
    }

    private static final class Native {
        private static final Runnable FLUSH = find();

        private static Runnable find() {
            TensorEngine.start();
            try {
                NativeLibrary torch = NativeLibrary.getInstance(
                        Path.of(LibUtils.getLibtorchPath(), System.mapLibraryName("torch_cpu"))
                                .toString());
                Pointer context = torch.getFunction("_ZN2at13globalContextEv").invokePointer(new Object[0]);
                Function flush = torch.getFunction("_ZN2at7Context16setFlushDenormalEb");
                return () -> flush.invokeInt(new Object[] {context, (byte) 1});
            } catch (LinkageError e) { // another compiler's names, or no place for JNA's own library
                LOG.info("Numbers below 2^-126 are computed with as they are: {}", e.getMessage());
                return () -> {};
            }
        }
    }
}
