package dev.latent.evaluation;

import dev.latent.child.ChildBounds;
import dev.latent.child.ChildEnd;
import dev.latent.child.Children;
import dev.latent.family.Json;
import dev.latent.files.TemporaryFolder;
import dev.latent.files.TemporaryFolders;
import dev.latent.quality.EvaluateCommand;
import dev.latent.quality.EvaluationRequest;
import dev.latent.registry.VersionFinding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Starts what measures, as a child process. */
@Component
class EvaluationProcess {
    private final TemporaryFolders temporary;
    private final Children children;
    private final EvaluatorProgram program;
    private final ChildBounds bounds;

    EvaluationProcess(
            TemporaryFolders temporary, Children children, EvaluatorProgram program, EvaluationSettings settings) {
        this.temporary = temporary;
        this.children = children;
        this.program = program;
        this.bounds = new ChildBounds(
                "measuring",
                "latent.evaluation",
                settings.memoryOfAnEvaluation(),
                settings.silence(),
                settings.longest());
    }

    /** @param card what was measured; empty if the child is not done */
    record Measured(ChildEnd end, Map<VersionFinding, byte[]> card) {}

    /** @param wanted whether it is to go on */
    Measured measure(EvaluationRequest request, BooleanSupplier wanted) throws IOException, InterruptedException {
        try (TemporaryFolder folder = temporary.create("evaluation-")) {
            Path path = folder.path();
            Files.write(path.resolve(EvaluateCommand.REQUEST), Json.PRETTY.writeValueAsBytes(request));
            List<String> arguments = List.of(EvaluateCommand.NAME, path.toString(), EvaluateCommand.SUPERVISED);
            ChildEnd end = children.run(program.process(path, arguments), bounds, wanted, line -> {});
            return new Measured(end, end.how() == ChildEnd.How.DONE ? card(path) : Map.of());
        }
    }

    private static Map<VersionFinding, byte[]> card(Path folder) throws IOException {
        return Map.of(
                VersionFinding.QUALITY_CARD, Files.readAllBytes(folder.resolve(EvaluateCommand.CARD)),
                VersionFinding.QUALITY_PAGE, Files.readAllBytes(folder.resolve(EvaluateCommand.PAGE)));
    }
}
