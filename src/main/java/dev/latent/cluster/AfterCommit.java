package dev.latent.cluster;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Handles an event once the transaction that announced it is committed, in one of its own, and however often a process
 * dies or fails over it: a row tells that it is still to be done, and {@link UnhandledEvents} has it done. It may come
 * more than once, and in any process.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Transactional(propagation = Propagation.REQUIRES_NEW)
@TransactionalEventListener
public @interface AfterCommit {}
