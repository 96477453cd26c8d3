package dev.latent.training.job;

/**
 * Something that happened to a job.
 *
 * @param id counts from 1 in each job
 * @param data JSON
 */
public record JobEvent(long id, Name name, String data) {
    public enum Name {
        PROGRESS(5),
        EPOCH(500),
        PREVIEW(100),
        DOCTOR(100),
        STATUS(100);

        private final int kept;

        Name(int kept) {
            this.kept = kept;
        }

        /** How many of a job are kept. */
        public int kept() {
            return kept;
        }

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
