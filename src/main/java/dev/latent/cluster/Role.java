package dev.latent.cluster;

/** What a process of the service does. */
public enum Role {
    /** It answers and works. */
    ALL,
    /** It answers, and leaves trainings and quality cards to workers. */
    API,
    /** It trains and measures; of itself it tells no more than how it is. */
    WORKER;

    /** Whether clients are answered. */
    public boolean answers() {
        return this != WORKER;
    }

    /** Whether what waits in line is worked on. */
    public boolean works() {
        return this != API;
    }
}
