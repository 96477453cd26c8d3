package dev.latent.quality.labelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.EngineTest;
import dev.latent.dataset.Dataset;
import dev.latent.nn.engine.NativeOperations;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.card.QualityCard;
import dev.latent.quality.measurement.TinyDatasets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@EngineTest
class ClassifiersTests {
    @TempDir
    Path folder;

    private final List<String> trainings = new ArrayList<>();

    @Test
    void aClassifierIsTrainedOnceForADataset(NDManager manager) throws Exception {
        Dataset dataset = Dataset.open(TinyDatasets.halves(folder, "halves"));
        QualityCard.ClassifierNote first = classifiers().of(dataset, manager).note();
        trainings.clear();

        QualityCard.ClassifierNote second = classifiers().of(dataset, manager).note();

        assertThat(trainings).isEmpty();
        assertThat(second).isEqualTo(first);
        assertThat(first.testAccuracy()).isGreaterThan(0.99);
    }

    @Test
    void itsNoteNamesItsWeights(NDManager manager) throws Exception {
        Dataset dataset = Dataset.open(TinyDatasets.halves(folder, "halves"));
        SingleLabeller labeller = (SingleLabeller) classifiers().of(dataset, manager);
        String before = labeller.note().weights();

        NDArray some =
                labeller.classifier().weights().parameters().values().iterator().next();
        NativeOperations.copy(some.add(1), some);
        String after =
                SingleLabeller.of(labeller.classifier(), labeller.note()).note().weights();

        assertThat(before).matches("[0-9a-f]{12}");
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void aNoteFromBeforeWeightsWereNamedGetsThemFromTheFile(NDManager manager) throws Exception {
        Dataset dataset = Dataset.open(TinyDatasets.halves(folder, "halves"));
        SingleLabeller labeller = (SingleLabeller) classifiers().of(dataset, manager);
        QualityCard.ClassifierNote note = labeller.note();
        new ClassifierFile(kept().resolve(Classifiers.fileName(dataset)))
                .save(
                        labeller.classifier(),
                        new QualityCard.ClassifierNote(note.dataset(), note.testAccuracy(), note.n(), note.method()));

        assertThat(classifiers().of(dataset, manager).note()).isEqualTo(note);
    }

    @Test
    void aDamagedFileIsReplaced(NDManager manager) throws Exception {
        Dataset dataset = Dataset.open(TinyDatasets.halves(folder, "halves"));
        classifiers().of(dataset, manager);
        Path file = kept().resolve(Classifiers.fileName(dataset));
        Files.write(file, new byte[] {1, 2, 3});

        assertThat(classifiers().of(dataset, manager).note().testAccuracy()).isGreaterThan(0.99);
        assertThat(Files.size(file)).isGreaterThan(1000);
    }

    @Test
    void withoutLabelsThereIsNone(NDManager manager) throws Exception {
        Dataset plain = Dataset.open(TinyDatasets.unlabelled(folder));

        assertThatThrownBy(() -> classifiers().of(plain, manager))
                .isInstanceOf(NotMeasurable.class)
                .hasMessageContaining("plain has no labels");
    }

    private Classifiers classifiers() {
        return new Classifiers(kept(), (what, share) -> trainings.add(what));
    }

    private Path kept() {
        return folder.resolve("classifiers");
    }
}
