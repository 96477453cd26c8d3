package dev.latent;

import dev.latent.demo.DemoCommand;
import dev.latent.demo.SmokeCommand;
import dev.latent.home.HomeLock;
import dev.latent.quality.EvaluateCommand;
import dev.latent.run.attempt.TrainCommand;
import dev.latent.start.Command;
import dev.latent.start.CommandLine;
import dev.latent.start.Help;
import dev.latent.start.StartFailure;
import dev.latent.start.TemporaryDirectory;
import dev.latent.start.Version;
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
        switch (command(arguments)) {
            case TRAIN -> TrainCommand.main(arguments);
            case EVALUATE -> EvaluateCommand.main(arguments);
            case DEMO -> DemoCommand.main(arguments);
            case SMOKE -> SmokeCommand.main(arguments);
            case HELP -> Help.print(arguments, System.out);
            case VERSION -> System.out.println(Version.ofThisBuild());
            case SERVE -> serve(arguments);
        }
    }

    private static Command command(String[] arguments) {
        try {
            return CommandLine.read(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("latent-server: " + e.getMessage());
            System.exit(2);
            throw e;
        }
    }

    private static void serve(String[] arguments) {
        if (isPackaged() && System.getProperty(BEANS_OF_THE_BUILD) == null) {
            System.setProperty(BEANS_OF_THE_BUILD, "true");
        }
        TemporaryDirectory.require();
        SpringApplication service = new SpringApplication(LatentServer.class);
        service.addListeners(new HomeLock());
        try {
            service.run(arguments);
        } catch (SpringApplication.AbandonedRunException e) { // the build's, which wants no more than the beans
            throw e;
        } catch (RuntimeException e) { // already told
            System.exit(StartFailure.exitCode(e));
        }
    }

    /** Elsewhere the classes may be newer than the beans that the last build chose. */
    private static boolean isPackaged() {
        return "jar".equals(LatentServer.class.getResource("LatentServer.class").getProtocol());
    }
}
