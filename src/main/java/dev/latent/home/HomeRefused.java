package dev.latent.home;

/** The home can't be used by this process. The message is a sentence for who starts the program. */
public final class HomeRefused extends RuntimeException {
    HomeRefused(String message) {
        super(message);
    }
}
