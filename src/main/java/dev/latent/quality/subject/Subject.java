package dev.latent.quality.subject;

import ai.djl.ndarray.NDManager;
import dev.latent.corruption.Noise;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.Split;
import dev.latent.dataset.TrainOn;
import dev.latent.family.Generates;
import dev.latent.family.GenerativeModel;
import dev.latent.family.folder.ModelDescription;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.card.QualityCard;
import dev.latent.quality.data.Part;
import dev.latent.quality.labelling.Classifiers;
import dev.latent.quality.labelling.FeatureSpace;
import dev.latent.quality.labelling.FeatureSpaces;
import dev.latent.quality.labelling.Labeller;
import dev.latent.sample.SampleShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A model that is being measured, with the data that it learned from and what several measures need of them. */
public final class Subject {
    private final ModelDescription description;
    private final GenerativeModel model;
    private final List<Dataset> datasets;
    private final Classifiers classifiers;
    private final NDManager manager;
    private final HeldOut heldOut;
    private final @Nullable Path folder;
    private final Map<Dataset, Labeller> labellers = new HashMap<>();
    private @Nullable FeatureSpace features;
    private @Nullable Generated generated;

    /** @param folder of the version, or null while it is still being trained */
    public Subject(
            ModelDescription description,
            GenerativeModel model,
            List<Dataset> datasets,
            Classifiers classifiers,
            NDManager manager,
            HeldOut heldOut,
            @Nullable Path folder) {
        this.description = description;
        this.model = model;
        this.datasets = datasets;
        this.classifiers = classifiers;
        this.manager = manager;
        this.heldOut = heldOut;
        this.folder = folder;
    }

    /**
     * What a model is measured on.
     *
     * @param most samples for a measure that would take all of the split
     */
    public record HeldOut(Split split, int most) {
        public static final HeldOut TEST = new HeldOut(Split.TEST, Integer.MAX_VALUE);
    }

    public ModelDescription description() {
        return description;
    }

    public GenerativeModel model() {
        return model;
    }

    public SampleShape shape() {
        return description.shape();
    }

    public boolean labelled() {
        return classes() > 0;
    }

    public int classes() {
        return description.data().classes();
    }

    public List<Dataset> datasets() {
        return datasets;
    }

    /** The version's folder, with what its training has left. */
    public Path folder() throws NotMeasurable {
        if (folder == null) {
            throw new NotMeasurable("it is still being trained");
        }
        return folder;
    }

    /** What lives as long as the measuring. */
    public NDManager manager() {
        return manager;
    }

    public Part part(Split split) {
        return Part.of(datasets.get(0), split);
    }

    /** What the model is measured on. */
    public Part heldOut() {
        return heldOut(datasets.get(0));
    }

    public Part heldOut(Dataset dataset) {
        return Part.of(dataset, heldOut.split);
    }

    /** Whether the validation split is there to choose on: neither trained on, as far as it is known, nor measured on. */
    public boolean choosesOnValidation() {
        return heldOut.split != Split.VALIDATION && trainOn() == TrainOn.TRAIN;
    }

    /** What the version says that it was trained on; one that does not say it may know the validation split, too. */
    private TrainOn trainOn() {
        String said = description.datasets().get(0).trainOn();
        return said == null ? TrainOn.TRAIN_AND_VALIDATION : TrainOn.of(said);
    }

    public int mostHeldOut() {
        return heldOut.most;
    }

    /** The training split, with the validation split where the model may have been trained on it and is not measured on it. */
    public Part training() {
        Dataset dataset = datasets.get(0);
        return new Part("training split", dataset.training(heldOut.split == Split.TEST ? trainOn() : TrainOn.TRAIN));
    }

    public Labeller labeller() throws IOException, NotMeasurable {
        return labeller(datasets.get(0));
    }

    public Labeller labeller(Dataset dataset) throws IOException, NotMeasurable {
        Labeller known = labellers.get(dataset);
        if (known == null) {
            known = classifiers.of(dataset, manager);
            labellers.put(dataset, known);
        }
        return known;
    }

    /** The note on the first classifier that was used. */
    public Optional<QualityCard.ClassifierNote> classifierNote() {
        return datasets.stream()
                .map(labellers::get)
                .filter(java.util.Objects::nonNull)
                .map(Labeller::note)
                .findFirst();
    }

    public FeatureSpace features() throws IOException, NotMeasurable {
        if (features == null) {
            features = shape().isImage() ? ofPictures() : FeatureSpaces.ofData(training(), manager);
        }
        return features;
    }

    private FeatureSpace ofPictures() throws IOException, NotMeasurable {
        return labelled() && labeller().note().isReliable()
                ? FeatureSpaces.ofLabeller(labeller())
                : FeatureSpaces.ofPictures(training(), manager);
    }

    /** The first n of the samples that a seed gives, or as many as fit into memory: all measures see the same ones. */
    public Generated generated(int n, long seed) {
        int fitting = Math.min(n, Part.fitting(shape()));
        Generated known = generated;
        if (known == null || known.count() < fitting) {
            TensorEngine.seed(seed);
            known = Generated.of((Generates) model, classes(), fitting, Noise.ENGINE, manager);
            generated = known;
        }
        return known.first(fitting);
    }
}
