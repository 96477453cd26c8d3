package dev.latent.bench.eager;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** The images as bytes in memory; a batch is drawn at random. */
final class Data {
    private static final int SIDE = 28;

    private final Tensor images;
    private final Tensor labels;
    private final int batchSize;

    /** @param x images in [0,1] */
    record Batch(Tensor x, Tensor labels) {}

    /** @param dataset a prepared one's folder */
    Data(Path dataset, int batchSize) throws IOException {
        BytePointer bytes = new BytePointer(Files.readAllBytes(dataset.resolve("train.values")));
        long count = bytes.limit() / (SIDE * SIDE);
        images = torch.from_blob(bytes, new long[] {count, 1, SIDE, SIDE}, new TensorOptions(ScalarType.Byte))
                .clone();
        int[] classes = new int[(int) count];
        ByteBuffer.wrap(Files.readAllBytes(dataset.resolve("train.labels")))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asIntBuffer()
                .get(classes);
        labels = torch.from_blob(new IntPointer(classes), new long[] {count}, new TensorOptions(ScalarType.Int))
                .to(ScalarType.Long);
        this.batchSize = batchSize;
    }

    Batch batch() {
        Tensor chosen = torch.randint(images.size(0), new long[] {batchSize}, new TensorOptions(ScalarType.Long));
        Tensor x = images.index_select(0, chosen).to(ScalarType.Float).div_(new Scalar(255f));
        return new Batch(x, labels.index_select(0, chosen));
    }
}
