package dev.latent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.latent.nn.engine.NativeOperation;
import dev.latent.nn.layer.Weights;
import dev.latent.nn.training.TrainableNetwork;
import org.junit.jupiter.api.Test;

/** Who may know whom within a module. */
class RoomTests {
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

    @Test
    void onlyTrainableNetworksLetWeightsRequireGradients() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(TrainableNetwork.class, Weights.class)
                .should()
                .callMethod(Weights.class, "requireGradients", boolean.class)
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
