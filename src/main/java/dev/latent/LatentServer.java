package dev.latent;

import dev.latent.demo.DemoCommand;
import dev.latent.papers.PapersCommand;
import dev.latent.quality.EvaluateCommand;
import dev.latent.run.TrainCommand;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the service, or, with {@code train <run folder>}, one training run, or, with {@code evaluate
 * <folder>}, one measuring of a version, without Spring.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LatentServer {
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
