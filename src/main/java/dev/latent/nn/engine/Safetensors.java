package dev.latent.nn.engine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The safetensors format: a length, a JSON header, raw little-endian tensors. What is read is checked to the last
 * offset; nothing in a file can make the reader allocate more than the file's own size.
 */
public final class Safetensors {
    private static final int LARGEST_HEADER = 100_000_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Safetensors() {}

    /** @param data little-endian, row-major, {@code shape}'s product times {@code type}'s size bytes */
    public record Tensor(Type type, long[] shape, ByteBuffer data) {
        public Tensor {
            if (data.remaining() != bytes(type, shape)) {
                throw new IllegalArgumentException("a tensor of shape " + Arrays.toString(shape) + " does not have "
                        + data.remaining() + " bytes");
            }
        }
    }

    /** Element types that are written and read. */
    public enum Type {
        F32(4),
        F16(2),
        I64(8),
        U8(1);

        private final int size;

        Type(int size) {
            this.size = size;
        }
    }

    /** A file that is not what it says. */
    public static final class MalformedFileException extends IOException {
        public MalformedFileException(String detail) {
            super(detail);
        }
    }

    /** Writes and syncs a new file. @param metadata strings kept in the header */
    public static void write(Path file, Map<String, Tensor> tensors, Map<String, String> metadata) throws IOException {
        ObjectNode header = JSON.createObjectNode();
        if (!metadata.isEmpty()) {
            header.set("__metadata__", JSON.valueToTree(metadata));
        }
        long offset = 0;
        for (Map.Entry<String, Tensor> entry : tensors.entrySet()) {
            Tensor tensor = entry.getValue();
            long end = offset + tensor.data.remaining();
            header.putObject(entry.getKey())
                    .put("dtype", tensor.type.name())
                    .<ObjectNode>set("shape", JSON.valueToTree(tensor.shape))
                    .set("data_offsets", JSON.valueToTree(new long[] {offset, end}));
            offset = end;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            writeFully(channel, headerBytes(header));
            for (Tensor tensor : tensors.values()) {
                writeFully(channel, tensor.data.duplicate());
            }
            channel.force(true);
        }
    }

    /** Reads a whole file. @throws MalformedFileException where it is truncated or lies */
    public static Map<String, Tensor> read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > Integer.MAX_VALUE - 8) {
                throw new MalformedFileException("larger than 2 GiB");
            }
            ByteBuffer content = ByteBuffer.allocate((int) channel.size()).order(ByteOrder.LITTLE_ENDIAN);
            while (content.hasRemaining() && channel.read(content) >= 0) {}
            return parse(content.flip());
        }
    }

    /** The header's {@code __metadata__}. */
    public static Map<String, String> metadata(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer start = ByteBuffer.allocate((int) Math.min(channel.size(), LARGEST_HEADER + 8L));
            while (start.hasRemaining() && channel.read(start) >= 0) {}
            JsonNode metadata =
                    header(start.flip().order(ByteOrder.LITTLE_ENDIAN)).path("__metadata__");
            Map<String, String> strings = new LinkedHashMap<>();
            metadata.properties()
                    .forEach(entry ->
                            strings.put(entry.getKey(), entry.getValue().asString()));
            return strings;
        }
    }

    static Map<String, Tensor> parse(ByteBuffer content) throws MalformedFileException {
        JsonNode header = header(content);
        ByteBuffer data = content.slice();
        List<Extent> extents = new ArrayList<>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (!entry.getKey().equals("__metadata__")) {
                extents.add(Extent.of(entry.getKey(), entry.getValue()));
            }
        }
        requireNoHoles(extents, data.remaining());
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (Extent extent : extents) {
            ByteBuffer bytes = data.slice((int) extent.start, (int) (extent.end - extent.start));
            tensors.put(extent.name, new Tensor(extent.type, extent.shape, bytes.order(ByteOrder.LITTLE_ENDIAN)));
        }
        return tensors;
    }

    /** Leaves {@code content} at the first byte of data. */
    private static JsonNode header(ByteBuffer content) throws MalformedFileException {
        if (content.remaining() < 8) {
            throw new MalformedFileException("too short to hold a header");
        }
        long length = content.getLong();
        if (length < 2 || length > LARGEST_HEADER || length > content.remaining()) {
            throw new MalformedFileException("a header of " + length + " bytes in a file of " + content.limit());
        }
        byte[] text = new byte[(int) length];
        content.get(text);
        try {
            JsonNode header = JSON.readTree(text);
            if (text[0] != '{' || !header.isObject()) {
                throw new MalformedFileException("the header is not a JSON object");
            }
            return header;
        } catch (tools.jackson.core.JacksonException e) {
            throw new MalformedFileException("the header is not JSON: " + e.getOriginalMessage());
        }
    }

    private static void requireNoHoles(List<Extent> extents, long size) throws MalformedFileException {
        List<Extent> ordered = extents.stream()
                .sorted(Comparator.comparingLong(Extent::start).thenComparingLong(Extent::end))
                .toList();
        long expected = 0;
        for (Extent extent : ordered) {
            if (extent.start != expected) {
                throw new MalformedFileException("tensor " + extent.name + " leaves a hole or overlaps another");
            }
            expected = extent.end;
        }
        if (expected != size) {
            throw new MalformedFileException("tensors take " + expected + " bytes, the file holds " + size);
        }
    }

    private static byte[] padded(byte[] json) {
        byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        return padded;
    }

    private static ByteBuffer headerBytes(ObjectNode header) {
        byte[] json = padded(JSON.writeValueAsString(header).getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(8 + json.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .flip();
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static long bytes(Type type, long[] shape) {
        long count = type.size;
        for (long dimension : shape) {
            if (dimension < 0) {
                throw new ArithmeticException("negative dimension");
            }
            count = Math.multiplyExact(count, dimension);
        }
        return count;
    }

    private record Extent(String name, Type type, long[] shape, long start, long end) {
        static Extent of(String name, JsonNode node) throws MalformedFileException {
            try {
                Type type = Type.valueOf(node.path("dtype").asString(""));
                long[] shape = longs(node.path("shape"));
                long[] offsets = longs(node.path("data_offsets"));
                if (offsets.length != 2 || offsets[1] - offsets[0] != bytes(type, shape) || offsets[0] < 0) {
                    throw new MalformedFileException("tensor " + name + " has offsets that don't fit its shape");
                }
                return new Extent(name, type, shape, offsets[0], offsets[1]);
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw new MalformedFileException("tensor " + name + ": " + e.getMessage());
            }
        }

        private static long[] longs(JsonNode list) {
            if (!list.isArray() || !list.valueStream().allMatch(Extent::isLong)) {
                throw new IllegalArgumentException("shape and data_offsets are lists of whole numbers");
            }
            return list.valueStream().mapToLong(JsonNode::longValue).toArray();
        }

        /** A number with a fraction or an exponent is none, however large. */
        private static boolean isLong(JsonNode number) {
            return number.isIntegralNumber() && number.canConvertToLong();
        }
    }
}
