package dev.latent.quality.measurement;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.latent.dataset.Dataset;
import dev.latent.dataset.Split;
import dev.latent.family.Translates;
import dev.latent.family.Translates.Direction;
import dev.latent.measure.Agreement;
import dev.latent.measure.Chunks;
import dev.latent.measure.FeatureStatistics;
import dev.latent.measure.FrechetDistance;
import dev.latent.quality.card.CardDraft;
import dev.latent.quality.card.Figure;
import dev.latent.quality.card.NotMeasurable;
import dev.latent.quality.data.Pairing;
import dev.latent.quality.data.Part;
import dev.latent.quality.labelling.Labeller;
import dev.latent.quality.subject.Subject;
import java.io.IOException;
import java.util.List;

/** Whether a translation comes back, keeps the class, and is the true image where that is known. */
public final class TranslationMeasurement implements Measurement {
    private static final int SHOWN = 10;

    @Override
    public boolean suits(Subject subject) {
        return subject.model() instanceof Translates && subject.datasets().size() == 2;
    }

    @Override
    public void measure(Subject subject, CardDraft card) throws NotMeasurable, IOException {
        for (Direction direction : Direction.values()) {
            try (NDManager manager = subject.manager().newSubManager()) {
                new Way(subject, direction, manager, card).measure();
            }
        }
    }

    private record Way(Subject subject, Direction direction, NDManager manager, CardDraft card) {
        void measure() throws NotMeasurable, IOException {
            Part test = subject.heldOut(from()).atLeast(1);
            int[] some = test.some(card.effort().samples(), card.seed());
            NDArray x = test.array(manager, some);
            NDArray translated = translate(x, direction);
            NDArray back = translate(translated, direction.opposite());
            add(
                    Figure.lower(named("cycleError"), distance(back, x)),
                    some.length,
                    "mean |x − x''| a value, test split");
            show(x, translated, back);
            if (Pairing.isKnown(subject.datasets())) {
                truth(translated, some);
            }
            if (subject.shape().isImage() && to().description().classCount() > 1) {
                likeness(x, translated, test.count());
            }
            if (sameClasses()) {
                classes(translated, test.labels(some));
            }
        }

        private Dataset from() {
            return subject.datasets().get(direction == Direction.A_TO_B ? 0 : 1);
        }

        private Dataset to() {
            return subject.datasets().get(direction == Direction.A_TO_B ? 1 : 0);
        }

        private NDArray translate(NDArray x, Direction way) {
            return Chunks.map(x, Chunks.FORWARD, piece -> ((Translates) subject.model()).translate(piece, way));
        }

        private String named(String figure) {
            return figure + (direction == Direction.A_TO_B ? "AToB" : "BToA");
        }

        private void add(Figure figure, int n, String method) throws NotMeasurable {
            card.add(figure.measured(n, card.seed(), method));
        }

        private void show(NDArray x, NDArray translated, NDArray back) {
            int shown = (int) Math.min(SHOWN, x.getShape().get(0));
            Exhibits.rows(
                            "test samples of " + from().description().name() + ", translated, and back",
                            subject.shape(),
                            shown,
                            List.of(x, translated, back))
                    .ifPresent(card::show);
        }

        /** Against the true image, beside an image that has nothing to do with it. */
        private void truth(NDArray translated, int[] some) throws NotMeasurable {
            NDArray truth = subject.heldOut(to()).array(manager, some);
            NDArray others = truth.get("1:").concat(truth.get(":1"), 0);
            add(
                    Figure.lower(named("translationError"), distance(translated, truth))
                            .beside(distance(others, truth), "another image of that domain"),
                    some.length,
                    "mean |x' − true image| a value, test split");
        }

        /** How far the translations are, as a whole, from the domain that they go to. */
        private void likeness(NDArray x, NDArray translated, int heldOut) throws NotMeasurable, IOException {
            int n = Math.toIntExact(Math.min(translated.getShape().get(0), heldOut));
            Labeller labeller = subject.labeller(to());
            Trust.in(labeller, card);
            FeatureStatistics real = statistics(labeller, Part.of(to(), Split.TRAIN), n);
            FeatureStatistics test = statistics(labeller, subject.heldOut(to()), n);
            FeatureStatistics found = FeatureStatistics.of(labeller.features(translated));
            double distance = FrechetDistance.between(real, found);
            double untranslated = FrechetDistance.between(real, FeatureStatistics.of(labeller.features(x)));
            if (distance >= untranslated) {
                card.losesTo(
                        "Its translations %s are no nearer to that domain than the samples as they are: a Fréchet distance of %.3g against %.3g"
                                .formatted(direction.id(), distance, untranslated));
            }
            add(
                    Figure.lower(named("frechetDistance"), distance)
                            .beside(FrechetDistance.between(real, test), "the held-out split of that domain"),
                    n,
                    "squared Fréchet distance to as many training samples of the domain translated to; features of its"
                            + " classifier");
        }

        private FeatureStatistics statistics(Labeller labeller, Part part, int n) {
            try (NDManager reading = manager.newSubManager()) {
                return FeatureStatistics.of(labeller.features(part.array(reading, part.some(n, card.seed()))));
            }
        }

        private boolean sameClasses() {
            List<String> classes = from().description().classes();
            return classes != null
                    && classes.size() > 1
                    && classes.equals(to().description().classes());
        }

        private void classes(NDArray translated, int[] labels) throws NotMeasurable, IOException {
            Labeller labeller = subject.labeller(to());
            Trust.in(labeller, card);
            Agreement agreement = Agreement.of(labels, labeller.classify(translated), labeller.classes());
            add(
                    Figure.higher(named("translationAccuracy"), agreement.share())
                            .beside(labeller.note().testAccuracy(), "the classifier on its own domain's test split"),
                    labels.length,
                    "share that a classifier of the domain translated to gives their label");
        }

        private static double distance(NDArray a, NDArray b) {
            return a.sub(b).abs().mean().getFloat();
        }
    }
}
