package dev.latent.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latent.PassingTime;
import dev.latent.files.AtomicFolder;
import dev.latent.sample.SampleShape;
import dev.latent.storage.Lease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsTests {
    @TempDir
    Path home;

    @Test
    void aDatasetIsPreparedOnceAndShared() {
        Points points = new Points("points");
        Datasets datasets = datasets(points);

        assertThat(datasets.open("points")).isSameAs(datasets.open("points"));
        assertThat(points.prepared).isEqualTo(1);
    }

    @Test
    void whatIsPreparedAlreadyIsOpenedAsItIs() {
        datasets(new Points("points")).open("points");
        Points again = new Points("points");

        assertThat(datasets(again).open("points").description().count(Split.TRAIN))
                .isEqualTo(5);
        assertThat(again.prepared).isZero();
    }

    @Test
    void nothingIsLeftOfAPreparationThatFails() {
        datasets(new Broken("broken")).find("broken");

        assertThat(home).isEmptyDirectory();
    }

    @Test
    void whatAPreparationLeftThatWasKilledIsSweptLater() throws IOException {
        Path left = AtomicFolder.of(home.resolve("points")).path();
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        Datasets datasets = datasets(new Points("points"));
        datasets.prepareFound();
        datasets.list();

        assertThat(left).doesNotExist();
    }

    @Test
    void aBrokenDatasetLeavesTheOthersAlone() {
        Datasets datasets = datasets(new Broken("broken"), new Points("points"));
        datasets.prepareFound();

        assertThat(datasets.list()).extracting(DatasetDescription::name).containsExactly("points");
        assertThat(datasets.find("broken")).isEmpty();
        assertThat(datasets.refused()).containsEntry("broken", "file.idx: it ends too early");
    }

    @Test
    void ofTwoDatasetsOfOneNameTheFirstCounts() {
        Datasets datasets = datasets(new Points("same"), new Broken("same"));

        assertThat(datasets.find("same")).isPresent();
    }

    @Test
    void theFolderCanBeOpenedByAnotherProcess() throws IOException {
        Path folder = datasets(new Points("points")).lease("points").path();

        try (Dataset opened = Dataset.open(folder)) {
            assertThat(opened.split(Split.TRAIN).table(0, 1).differences()).containsExactly(1, 2);
        }
    }

    @Test
    void anUnknownDatasetCannotBeOpened() {
        assertThatIllegalArgumentException().isThrownBy(() -> datasets().open("nothing"));
    }

    @Test
    void filesThatNobodyAsksForAreGivenUpAndSamplesInUseStayReadable() {
        PassingTime time = new PassingTime();
        Kept seldom = new Kept("seldom");
        Datasets datasets = new Datasets(List.of(() -> List.of(seldom, new Points("often"))), time);
        SampleSource inUse = datasets.open("seldom").split(Split.TRAIN);

        time.pass(Duration.ofMinutes(9));
        datasets.open("often");
        assertThat(seldom.leases).isEqualTo(1);
        time.pass(Duration.ofMinutes(2));
        datasets.open("often");

        assertThat(seldom.leases).isZero();
        assertThat(inUse.table(0, 1).differences()).containsExactly(1, 2);
        assertThat(datasets.open("seldom").split(Split.TRAIN).count()).isEqualTo(5);
        assertThat(seldom.leases).isEqualTo(1);
    }

    /** Counts its leases. */
    private final class Kept implements DatasetOrigin {
        private final Points points;
        private int leases;

        Kept(String name) {
            points = new Points(name);
        }

        @Override
        public String name() {
            return points.name();
        }

        @Override
        public Optional<DatasetDescription> describe(Datasets others) {
            return Optional.empty();
        }

        @Override
        public Lease lease(Datasets others) throws IOException {
            Path path = points.lease(others).path();
            leases++;
            return new Lease() {
                @Override
                public Path path() {
                    return path;
                }

                @Override
                public void close() {
                    leases--;
                }
            };
        }
    }

    private Datasets datasets(DatasetOrigin... origins) {
        return new Datasets(List.of(() -> List.of(origins)));
    }

    private final class Points implements LocalOrigin {
        private final String name;
        private int prepared;

        Points(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Path folder() {
            return home.resolve(name);
        }

        @Override
        public Optional<DatasetDescription> announced(Datasets others) {
            return Optional.empty();
        }

        @Override
        public void prepare(Path target, Datasets others) throws IOException {
            prepared++;
            DatasetLayout layout =
                    new DatasetLayout(name, new SampleShape.Vector(2), null, ValueType.FLOAT32, "a test");
            try (DatasetWriter writer = DatasetWriter.create(target, layout)) {
                writer.add(Split.TRAIN, new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, null);
                writer.finish();
            }
        }
    }

    private final class Broken implements LocalOrigin {
        private final String name;

        Broken(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Path folder() {
            return home.resolve(name);
        }

        @Override
        public Optional<DatasetDescription> announced(Datasets others) {
            return Optional.empty();
        }

        @Override
        public void prepare(Path target, Datasets others) throws IOException {
            throw new DatasetRefused("file.idx", "it ends too early");
        }
    }
}
