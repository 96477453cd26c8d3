package dev.latent;

import dev.latent.demo.DemoCommand;
import dev.latent.quality.EvaluateCommand;
import dev.latent.run.TrainCommand;
import java.io.IOException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts the service, or, with {@code train <run folder>}, one training run, or, with {@code evaluate
 * <folder>}, one measuring of a version, without Spring.
 */
@SpringBootApplication
public class LatentServer {
    private static final String BEANS_OF_THE_BUILD = "spring.aot.enabled";

    public static void main(String[] arguments) throws IOException, InterruptedException {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case TrainCommand.NAME -> TrainCommand.main(arguments);
            case EvaluateCommand.NAME -> EvaluateCommand.main(arguments);
            case DemoCommand.NAME -> DemoCommand.main(arguments);
            default -> serve(arguments);
        }
    }

    private static void serve(String[] arguments) {
        if (isPackaged() && System.getProperty(BEANS_OF_THE_BUILD) == null) {
            System.setProperty(BEANS_OF_THE_BUILD, "true");
        }
        SpringApplication.run(LatentServer.class, arguments);
    }

    /** Elsewhere the classes may be newer than the beans that the last build chose. */
    private static boolean isPackaged() {
        return "jar".equals(LatentServer.class.getResource("LatentServer.class").getProtocol());
    }
}
