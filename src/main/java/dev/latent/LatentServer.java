package dev.latent;

import dev.latent.demo.DemoCommand;
import dev.latent.papers.PapersCommand;
import dev.latent.quality.EvaluateCommand;
import dev.latent.run.TrainCommand;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the service, or, with {@code train <run folder>}, one training run, or, with {@code evaluate
 * <folder>}, one measuring of a version, without Spring. Looks for beans only in the modules that have any: it starts sooner.
 */
@SpringBootApplication(
        scanBasePackages = {
            LatentServer.PACKAGE + ".dataset",
            LatentServer.PACKAGE + ".evaluation",
            LatentServer.PACKAGE + ".home",
            LatentServer.PACKAGE + ".inference",
            LatentServer.PACKAGE + ".platform",
            LatentServer.PACKAGE + ".registry",
            LatentServer.PACKAGE + ".training"
        })
public class LatentServer {
    static final String PACKAGE = "dev.latent";

    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case TrainCommand.NAME -> TrainCommand.main(arguments);
            case EvaluateCommand.NAME -> EvaluateCommand.main(arguments);
            case PapersCommand.NAME -> PapersCommand.main(arguments);
            case DemoCommand.NAME -> DemoCommand.main(arguments);
            default -> SpringApplication.run(LatentServer.class, arguments);
        }
    }
}
