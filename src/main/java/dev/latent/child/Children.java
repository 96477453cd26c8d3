package dev.latent.child;

import java.io.IOException;
import java.time.Clock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Starts child processes and stays with each until it has ended. */
@Component
public class Children {
    private final ServiceEnd serviceEnd;
    private final Clock clock;

    public Children(ServiceEnd serviceEnd, Clock clock) {
        this.serviceEnd = serviceEnd;
        this.clock = clock;
    }

    /**
     * Runs one to its end. It ends by itself, or is ended from here: when its work is not wanted any more or the service
     * goes down (its standard input closes, and it has a little time to leave a checkpoint), or when it takes more than
     * it may. It is offered to the kernel first, should the machine run out of memory.
     *
     * @param wanted asked some times a second
     * @param listener hears each line of its standard output, on another thread
     * @throws IOException if it can't be started
     * @throws InterruptedException after it was killed
     */
    public ChildEnd run(ProcessBuilder program, ChildBounds bounds, BooleanSupplier wanted, Consumer<String> listener)
            throws IOException, InterruptedException {
        try (Child child = Child.start(program, listener, clock)) {
            return new Watch(child, bounds, wanted, serviceEnd, clock).untilEnded();
        }
    }
}
