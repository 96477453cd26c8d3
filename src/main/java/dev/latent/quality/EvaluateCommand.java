package dev.latent.quality;

import dev.latent.family.Json;
import dev.latent.nn.engine.Subnormals;
import dev.latent.nn.engine.TensorEngine;
import dev.latent.quality.card.CardPicture;
import dev.latent.quality.card.Effort;
import dev.latent.run.Supervision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;

/**
 * {@code evaluate FOLDER [--supervised]}: measures what {@code evaluation.json} there asks for and puts
 * {@code quality.json} and {@code quality.png} beside it. With {@code --supervised} it ends when its standard input
 * closes.
 */
public final class EvaluateCommand {
    public static final String NAME = "evaluate";
    public static final String SUPERVISED = "--supervised";
    public static final String REQUEST = "evaluation.json";
    public static final String CARD = "quality.json";
    public static final String PAGE = "quality.png";

    private static final int STOPPED = 75;

    private EvaluateCommand() {}

    /** Measures and ends the process: 0 when done, 1 where it can't be, 2 for a wrong call, 75 when stopped. */
    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        boolean supervised = arguments.contains(SUPERVISED);
        List<String> paths =
                arguments.stream().filter(a -> !a.equals(SUPERVISED)).toList();
        if (paths.size() != 2) {
            System.err.println("usage: " + NAME + " FOLDER [" + SUPERVISED + "]");
            return 2;
        }
        if (supervised) {
            Supervision.start(() -> Runtime.getRuntime().halt(STOPPED));
        }
        try {
            evaluate(Path.of(paths.get(1)).toAbsolutePath());
            return 0;
        } catch (IOException | JacksonException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static void evaluate(Path folder) throws IOException {
        EvaluationRequest request = Json.MAPPER.readValue(folder.resolve(REQUEST), EvaluationRequest.class);
        Subnormals.flush();
        TensorEngine.threads(request.threads());
        Appraisal appraisal = new Appraisal(request.version(), request.datasets(), request.classifiers());
        Effort effort = request.n() == null ? Effort.CARD : Effort.of(request.n());
        Appraisal.Result result = appraisal.measure(effort, request.seed(), EvaluateCommand::tell);
        Files.write(folder.resolve(CARD), Json.PRETTY.writeValueAsBytes(result.card()));
        Files.write(
                folder.resolve(PAGE),
                CardPicture.draw(request.title(), result.card(), result.exhibits(), request.version()));
    }

    private static void tell(String what, double share) {
        System.out.printf("%3.0f%% %s%n", 100 * share, what);
    }
}
