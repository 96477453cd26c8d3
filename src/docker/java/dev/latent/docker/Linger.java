package dev.latent.docker;

import java.util.concurrent.TimeUnit;

/**
 * {@code SECONDS}: waits. Before a container is told to end, those who send it requests take a moment to hear that it goes;
 * the image has no shell to wait with.
 */
public final class Linger {
    private Linger() {}

    public static void main(String[] arguments) throws InterruptedException {
        TimeUnit.SECONDS.sleep(Long.parseLong(arguments[0]));
    }
}
