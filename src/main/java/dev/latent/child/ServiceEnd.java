package dev.latent.child;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/** Knows whether the service goes down: the first thing that it does then. */
@Component
public class ServiceEnd implements ApplicationListener<ContextClosedEvent> {
    private final CountDownLatch near = new CountDownLatch(1);

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        near.countDown();
    }

    public boolean isNear() {
        return near.getCount() == 0;
    }

    /** Waits. @return whether the service goes down, told as soon as it does */
    public boolean comesWithin(Duration time) throws InterruptedException {
        return near.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
