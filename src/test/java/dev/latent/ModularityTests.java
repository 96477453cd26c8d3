package dev.latent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import ai.djl.ndarray.NDArray;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.latent.storage.DiskStorage;
import dev.latent.storage.Lease;
import dev.latent.storage.Leases;
import dev.latent.storage.StagedFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.latent");

    private static final String[] WHAT_COMPUTES = {
        "dev.latent.nn..",
        "dev.latent.family..",
        "dev.latent.measure..",
        "dev.latent.corruption..",
        "dev.latent.quality..",
        "dev.latent.run..",
        "dev.latent.image..",
        "dev.latent.sample..",
        "dev.latent.files.."
    };

    @Test
    void modulesKnowOnlyWhomTheyMayKnow() {
        ApplicationModules.of(LatentServer.class).verify();
    }

    @Test
    void whatComputesKnowsNoSpringHttpOrSql() {
        noClasses()
                .that()
                .resideInAnyPackage(WHAT_COMPUTES)
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..", "jakarta.servlet..", "java.net.http..", "java.sql..", "javax.sql..")
                .allowEmptyShould(false)
                .check(CLASSES);
    }

    /** See NativeOperations.scaled. */
    @Test
    void whatRecordsGraphsLeavesNoNumberToTheGarbageCollector() {
        noClasses()
                .that()
                .resideInAnyPackage("..nn..", "..family..")
                .should()
                .callMethod(NDArray.class, "mul", Number.class)
                .orShould()
                .callMethod(NDArray.class, "div", Number.class)
                .orShould()
                .callMethod(NDArray.class, "pow", Number.class)
                .orShould()
                .callMethod(NDArray.class, "muli", Number.class)
                .orShould()
                .callMethod(NDArray.class, "divi", Number.class)
                .check(CLASSES);
    }

    /** Else another storage could not take its place. */
    @Test
    void aPathLeavesTheStorageOnlyAsALeaseOrToBeFilled() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("dev.latent.storage")
                .and()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .areNotAssignableTo(Lease.class)
                .and()
                .areDeclaredInClassesThat()
                .areNotAssignableTo(Leases.class)
                .and()
                .areDeclaredInClassesThat()
                .areNotAssignableTo(StagedFolder.class)
                .should()
                .haveRawReturnType(Path.class)
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.latent.storage")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(DiskStorage.class)
                .check(CLASSES);
    }
}
