package dev.latent.nn.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.latent.nn.engine.Safetensors.MalformedFileException;
import dev.latent.nn.engine.Safetensors.Tensor;
import dev.latent.nn.engine.Safetensors.Type;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Saves the engine's tensors as safetensors, and loads them back into tensors of the same names and shapes. */
public final class Tensors {
    private Tensors() {}

    /** Writes a new file in float32, or in half precision where {@code type} says so; int64 stays. */
    public static void save(Path file, Map<String, NDArray> tensors, Type type, Map<String, String> metadata)
            throws IOException {
        Map<String, Tensor> content = new LinkedHashMap<>();
        tensors.forEach((name, array) -> content.put(name, tensor(array, type)));
        Safetensors.write(file, content, metadata);
    }

    public static void save(Path file, Map<String, NDArray> tensors) throws IOException {
        save(file, tensors, Type.F32, Map.of());
    }

    /**
     * Overwrites each of {@code targets} with what the file holds under its name.
     *
     * @throws MalformedFileException where a name is missing or unknown, or a shape differs; nothing is overwritten then
     */
    public static void load(Path file, Map<String, NDArray> targets) throws IOException {
        Map<String, Tensor> content = Safetensors.read(file);
        if (!content.keySet().equals(targets.keySet())) {
            throw new MalformedFileException("holds " + content.keySet() + ", wanted are " + targets.keySet());
        }
        for (Map.Entry<String, NDArray> target : targets.entrySet()) {
            long[] found = content.get(target.getKey()).shape();
            if (!Arrays.equals(found, target.getValue().getShape().getShape())) {
                throw new MalformedFileException("tensor " + target.getKey() + " has shape " + Arrays.toString(found)
                        + ", wanted is " + target.getValue().getShape());
            }
        }
        targets.forEach((name, target) -> overwrite(target, content.get(name)));
    }

    private static void overwrite(NDArray target, Tensor tensor) {
        try (NDManager manager = target.getManager().newSubManager()) {
            NativeOperations.copy(array(manager, tensor), target);
        }
    }

    /** What was stored, in the type in which it was. */
    public static NDArray array(NDManager manager, Tensor tensor) {
        return manager.create(direct(tensor.data()), new Shape(tensor.shape()), dataType(tensor.type()));
    }

    private static ByteBuffer direct(ByteBuffer data) {
        ByteBuffer copy = ByteBuffer.allocateDirect(data.remaining()).order(ByteOrder.nativeOrder());
        return copy.put(data.duplicate()).flip();
    }

    private static DataType dataType(Type type) {
        return switch (type) {
            case F32 -> DataType.FLOAT32;
            case F16 -> DataType.FLOAT16;
            case I64 -> DataType.INT64;
            case U8 -> DataType.UINT8;
        };
    }

    /** What is to be stored: in this type, or int64 where it is that. */
    public static Tensor tensor(NDArray array, Type floats) {
        Type type = array.getDataType() == DataType.INT64 ? Type.I64 : floats;
        try (NDManager manager = array.getManager().newSubManager()) {
            NDArray plain = array.stopGradient();
            plain.attach(manager);
            NDArray stored = NativeOperations.rowMajor(plain.toType(dataType(type), true));
            return new Tensor(type, array.getShape().getShape(), bytes(stored));
        }
    }

    private static ByteBuffer bytes(NDArray array) {
        ByteBuffer bytes = array.toByteBuffer();
        return ByteBuffer.allocate(bytes.remaining())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(bytes)
                .flip();
    }
}
