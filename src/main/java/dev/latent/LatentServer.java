package dev.latent;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class LatentServer {
    public static void main(String[] arguments) {
        SpringApplication.run(LatentServer.class, arguments);
    }
}
