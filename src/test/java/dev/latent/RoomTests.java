package dev.latent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.latent.nn.engine.NativeOperation;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.training.TrainableNetwork;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may know whom within a module. */
class RoomTests {
    private static final String[] SHARED_BY_FAMILIES = {
        "dev.latent.family.hyperparameter",
        "dev.latent.family.folder",
        "dev.latent.family.network",
        "dev.latent.family.adversarial",
        "dev.latent.family.autoencoding"
    };
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.latent");

    @Test
    void ofNetworksTheEngineKnowsNoneAndLayersKnowNoTraining() {
        layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage("dev.latent.nn..")
                .layer("engine")
                .definedBy("dev.latent.nn.engine..")
                .layer("layer")
                .definedBy("dev.latent.nn.layer..")
                .layer("training")
                .definedBy("dev.latent.nn.training..")
                .layer("posterior")
                .definedBy("dev.latent.nn.posterior..")
                .whereLayer("engine")
                .mayNotAccessAnyLayer()
                .whereLayer("layer")
                .mayOnlyAccessLayers("engine")
                .whereLayer("training")
                .mayOnlyAccessLayers("engine", "layer")
                .whereLayer("posterior")
                .mayOnlyAccessLayers("engine")
                .check(CLASSES);
    }

    /** Rooms from the lowest to the highest; a module's root is a room of its own, called by its name. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "training: training, request, job, attempt, http",
                "inference: engine, operation, stream, http",
                "quality: card, data, labelling, subject, measurement, quality",
                "run: run, loop, report, checkpoint, validation, attempt",
                "exchange: body, csv, json, ndjson, npy, picture, exchange",
                "registry: registry, archive, http",
                "dataset.source: file, reading, csv, npy, picture, idx, source, upload, found"
            })
    void aRoomKnowsOnlyThoseBelowIt(String module) {
        String name = module.substring(0, module.indexOf(':'));
        List<String> rooms = List.of(module.substring(module.indexOf(':') + 2).split(", "));
        for (int room = 0; room < rooms.size(); room++) {
            String[] above =
                    rooms.stream().skip(room + 1).map(it -> ofRoom(name, it)).toArray(String[]::new);
            if (above.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(ofRoom(name, rooms.get(room)))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(above)
                        .check(CLASSES);
            }
        }
    }

    private static String ofRoom(String module, String room) {
        String root = "dev.latent." + module;
        return root.endsWith("." + room) ? root : root + "." + room;
    }

    @Test
    void whatFamiliesShareKnowsNoFamily() {
        noClasses()
                .that()
                .resideInAnyPackage(SHARED_BY_FAMILIES)
                .should()
                .dependOnClassesThat(areOfAPaper())
                .check(CLASSES);
    }

    @Test
    void noPaperKnowsAnother() {
        slices().matching("dev.latent.family.(*)..")
                .namingSlices("$1")
                .as("the papers")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(DescribedPredicate.alwaysTrue(), DescribedPredicate.not(areOfAPaper()))
                .check(CLASSES);
    }

    @Test
    void aFamilysInterfaceKnowsNoneOfItsRooms() {
        noClasses()
                .that()
                .resideInAPackage("dev.latent.family")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.latent.family.*..")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> areOfAPaper() {
        return DescribedPredicate.<JavaClass>describe(
                "are of a paper",
                one -> one.getPackageName().startsWith("dev.latent.family.")
                        && Stream.of(SHARED_BY_FAMILIES)
                                .noneMatch(shared -> one.getPackageName().equals(shared)));
    }

    @Test
    void onlyTrainableNetworksLetWeightsRequireGradients() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(TrainableNetwork.class, Weights.class)
                .should()
                .callMethod(Weights.class, "requireGradients", boolean.class)
                .check(CLASSES);
    }

    /** So that none of it is loaded where no bucket is set. */
    @Test
    void onlyTheRoomOfTheBucketKnowsItsLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.latent.storage.s3")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon.awssdk..")
                .check(CLASSES);
    }

    @Test
    void onlyNetworksSpeakTorchScript() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.latent.nn..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(NativeOperation.class)
                .check(CLASSES);
    }
}
