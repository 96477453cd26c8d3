package dev.latent;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the service, or, with {@code train <run folder>}, one training run without Spring. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LatentServer {
    public static void main(String[] arguments) {
        SpringApplication.run(LatentServer.class, arguments);
    }
}
