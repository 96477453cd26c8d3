package dev.latent.task;

/** What a line is there for. */
@FunctionalInterface
public interface TaskWork {
    /** What comes after an attempt at a task. */
    enum Next {
        /** The task is over, well or badly. */
        NOTHING,
        ANOTHER_ATTEMPT,
        /** The service goes down: the task keeps its place until a process is there for it. */
        ANOTHER_TURN
    }

    /**
     * One attempt at a task whose turn has come. One that throws has its turn again later, each time after a longer while.
     *
     * @param task what it was added as
     */
    Next attempt(String task);
}
