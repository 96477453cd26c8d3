package dev.latent.quality.measurement;

import ai.djl.ndarray.NDManager;
import dev.latent.dataset.Dataset;
import dev.latent.family.folder.ModelFolder;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Effort;
import dev.latent.quality.labelling.Classifiers;
import dev.latent.quality.subject.Subject;
import java.nio.file.Path;
import java.util.List;

/** Takes one measure of a trained version and says what it found. */
final class Bar {
    private static final long SEED = 1;

    private Bar() {}

    static CardDraft measure(Measurement measurement, TrainedVersion version, Path dataset, Effort effort)
            throws Exception {
        TensorEngine.seed(SEED);
        try (NDManager manager = NDManager.newBaseManager("PyTorch");
                Dataset data = Dataset.open(dataset)) {
            Subject subject = new Subject(
                    ModelFolder.read(version.folder()),
                    ModelFolder.load(version.folder(), manager),
                    List.of(data),
                    new Classifiers(version.folder().resolve("classifiers"), (what, share) -> {}),
                    manager,
                    Subject.HeldOut.TEST,
                    version.folder());
            CardDraft card = new CardDraft(effort, SEED);
            measurement.measure(subject, card);
            tell(subject, version, card);
            return card;
        }
    }

    private static void tell(Subject subject, TrainedVersion version, CardDraft card) {
        System.out.printf("%s, trained in %.0f s:%n", subject.description().family(), version.seconds());
        card.figures()
                .forEach(figure -> System.out.printf(
                        "  %s %.4f (n %d, seed %d; %s)%n",
                        figure.name(), figure.value(), figure.n(), figure.seed(), figure.method()));
    }

    static double value(CardDraft card, String figure) {
        return card.figures().stream()
                .filter(it -> it.name().equals(figure))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
