package dev.latent.child;

/**
 * How a child ended.
 *
 * @param code one of {@link Code} where it {@linkplain How#BROKE broke}
 * @param detail a sentence that says so
 * @param lastWords the end of what it wrote to its standard error
 */
public record ChildEnd(How how, String code, String detail, String lastWords) {
    public enum How {
        /** It did what it was to do. */
        DONE,
        /** It could not, and said why. */
        REFUSED,
        /** The service goes down. */
        STOPPED,
        /** Nobody wants its work any more. */
        UNWANTED,
        /** It died, or took more than it may. */
        BROKE
    }

    /** Why a child broke. */
    public static final class Code {
        /** It was ended by a signal from outside. */
        public static final String KILLED = "killed";
        /** It took more memory than it may. */
        public static final String MEMORY = "memory";
        /** It ended without a word. */
        public static final String CRASHED = "crashed";
        /** It said nothing for too long. */
        public static final String SILENT = "silent";
        /** It took too long. */
        public static final String TOO_LONG = "too-long";

        private Code() {}
    }

    static ChildEnd of(How how) {
        return new ChildEnd(how, "", "", "");
    }

    static ChildEnd broke(String code, String detail) {
        return new ChildEnd(How.BROKE, code, detail, "");
    }

    ChildEnd withLastWords(String words) {
        return new ChildEnd(how, code, detail, words);
    }
}
