package dev.latent.bench.eager;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** Older images of a generator: once full, each shown one is exchanged for one of them with probability ½. */
final class ImagePool {
    private final int size;
    private final List<Tensor> images = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(1);

    ImagePool(int size) {
        this.size = size;
    }

    /** Images that stay outlive the scope of pointers in which they came, those that are given out end with it. */
    Tensor exchange(Tensor shown) {
        if (size == 0) {
            return shown;
        }
        TensorVector given = new TensorVector();
        List<Tensor> leaving = new ArrayList<>();
        for (long i = 0; i < shown.size(0); i++) {
            Tensor image = shown.select(0, i);
            if (images.size() < size) {
                images.add(image.retainReference());
            } else if (random.nextBoolean()) {
                Tensor older = images.set(random.nextInt(size), image.retainReference());
                leaving.add(older);
                image = older;
            }
            given.push_back(image);
        }
        Tensor stacked = torch.stack(given);
        leaving.forEach(Tensor::releaseReference);
        return stacked;
    }
}
