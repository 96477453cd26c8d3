package dev.latent;

import dev.latent.run.TrainCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service, or, with {@code train <run folder>}, one training run without Spring. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LatentServer {
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals(TrainCommand.NAME)) {
            TrainCommand.main(arguments);
        } else {
            SpringApplication.run(LatentServer.class, arguments);
        }
    }
}
