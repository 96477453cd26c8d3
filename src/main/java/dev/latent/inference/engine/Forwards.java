package dev.latent.inference.engine;

import java.util.concurrent.Executor;

/** Where models are called: a bounded number of calls at a time. */
interface Forwards extends Executor {
    /**
     * Calls on the caller's own thread, which spares it two changes of threads.
     *
     * @return false, with nothing done, if as many calls run as may
     */
    boolean runHere(Runnable task);
}
