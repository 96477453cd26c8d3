package dev.latent.quality.labelling;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.Split;
import dev.latent.family.folder.ModelDescription;
import dev.latent.measure.Classifier;
import dev.latent.measure.ClassifierTraining;
import dev.latent.measure.LabelledSamples;
import dev.latent.measure.SampleArrays;
import dev.latent.nn.layer.Weights;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.card.Progress;
import dev.latent.quality.card.QualityCard.ClassifierNote;
import dev.latent.quality.data.Part;
import dev.latent.quality.data.StackedChannels;
import dev.latent.sample.SampleShape;
import dev.latent.sample.Samples;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** The classifiers of datasets: each trained once, on the training split, and kept in a folder under the data's digest. */
public final class Classifiers {
    private static final long SEED = 1;
    private static final int BATCH = 128;
    private static final int EPOCHS = 5;
    private static final int FEWEST_STEPS = 100;
    /** Below so many pictures. */
    private static final int FEW = 5000;

    private static final int STEPS_OF_FEW = 500;
    private static final int MOST_STEPS = 2000;
    private static final int MOST_TESTED = 10_000;

    private final Path folder;
    private final Progress progress;

    public Classifiers(Path folder, Progress progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** @throws NotMeasurable if the dataset has no labels, or not two classes */
    public Labeller of(Dataset dataset, NDManager manager) throws IOException, NotMeasurable {
        if (dataset.description().classCount() < 2) {
            throw new NotMeasurable(
                    "the dataset " + dataset.description().name() + " has no labels to train a classifier on");
        }
        Optional<StackedChannels> stacked = StackedChannels.of(dataset.description());
        LabelledData data =
                stacked.map(it -> LabelledData.ofChannels(dataset, it)).orElseGet(() -> LabelledData.of(dataset));
        Labeller labeller = labeller(data, dataset, manager);
        return stacked.isPresent() ? new StackedLabeller(labeller, stacked.get().channels()) : labeller;
    }

    private Labeller labeller(LabelledData data, Dataset dataset, NDManager manager) throws IOException {
        Weights.Source drawn = Weights.Source.drawn(manager, new SplittableRandom(SEED));
        Classifier classifier = new Classifier(data.shape, data.classes, drawn);
        ClassifierFile file = new ClassifierFile(folder.resolve(fileName(dataset)));
        ShippedClassifiers.copy(fileName(dataset), folder);
        Optional<ClassifierNote> kept = file.load(classifier);
        if (kept.isPresent()) {
            return SingleLabeller.of(classifier, kept.get());
        }
        boolean few = isOfFew(dataset);
        int steps = few
                ? STEPS_OF_FEW
                : Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, EPOCHS * data.training.count() / BATCH));
        new ClassifierTraining(steps, SEED, few)
                .train(
                        classifier,
                        data.training,
                        manager,
                        share -> progress.report(
                                "classifier of " + dataset.description().name(), share));
        ClassifierNote note =
                note(classifier, data, dataset, steps + (few ? " with moved and cut pictures" : ""), manager);
        file.save(classifier, note);
        return SingleLabeller.of(classifier, note);
    }

    /** Networks of another format would read the weights without complaint, and see nothing. */
    static String fileName(Dataset dataset) {
        return "%s-%d%s.safetensors"
                .formatted(
                        dataset.description().digest(),
                        ModelDescription.FORMAT_VERSION,
                        isOfFew(dataset) ? "-varied" : "");
    }

    private static boolean isOfFew(Dataset dataset) {
        return dataset.description().shape().isImage()
                && dataset.split(Split.TRAIN).count() < FEW;
    }

    private static ClassifierNote note(
            Classifier classifier, LabelledData data, Dataset dataset, String steps, NDManager parent) {
        int n = dataset.split(Split.TEST).labelled() ? Math.min(MOST_TESTED, data.test.count()) : 0;
        try (NDManager manager = parent.newSubManager()) {
            Samples test = data.test.select(IntStream.range(0, n).toArray());
            NDArray x = SampleArrays.of(manager, test);
            ClassifierNote unknown = new ClassifierNote(dataset.description().name(), 0, n, "");
            double accuracy = n == 0 ? 0 : new SingleLabeller(classifier, unknown).accuracy(x, test.labels());
            return new ClassifierNote(
                    unknown.dataset(),
                    accuracy,
                    n,
                    "%s, %d features, trained on the training split, batches of %d, seed %d, steps %s"
                            .formatted(
                                    data.shape.isImage() ? "convolutions" : "fully connected layers",
                                    Classifier.FEATURES,
                                    BATCH,
                                    SEED,
                                    steps));
        }
    }

    /** What a classifier learns from and is tested on. */
    private record LabelledData(SampleShape shape, int classes, LabelledSamples training, LabelledSamples test) {
        public static LabelledData of(Dataset dataset) {
            return new LabelledData(
                    dataset.description().shape(),
                    dataset.description().classCount(),
                    Part.of(dataset, Split.TRAIN),
                    Part.of(dataset, Split.TEST));
        }

        static LabelledData ofChannels(Dataset dataset, StackedChannels stacked) {
            return new LabelledData(
                    StackedChannels.channel(dataset.description().shape()),
                    stacked.classes(),
                    stacked.apart(Part.of(dataset, Split.TRAIN)),
                    stacked.apart(Part.of(dataset, Split.TEST)));
        }
    }
}
