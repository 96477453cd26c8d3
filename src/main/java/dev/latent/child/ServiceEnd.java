package dev.latent.child;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/** Knows whether the service goes down: the first thing that it does then. */
@Component
public class ServiceEnd implements ApplicationListener<ContextClosedEvent> {
    private volatile boolean near;

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        near = true;
    }

    public boolean isNear() {
        return near;
    }
}
