package dev.latent.child;

import dev.latent.child.ChildEnd.Code;
import dev.latent.child.ChildEnd.How;

/** What the exit code of a process tells that ended by itself. */
record ExitCode(int code) {
    private static final int REFUSED = 1;
    private static final int OUT_OF_HEAP = 3;
    private static final int SIGNALLED = 128;
    private static final int SIGKILL = SIGNALLED + 9;
    private static final int TOLD = 500;

    boolean isDone() {
        return code == 0;
    }

    ChildEnd explain(ChildBounds bounds, String lastWords) {
        if (isDone()) {
            return ChildEnd.of(How.DONE);
        }
        String process = "The " + bounds.process() + " process ";
        if (code == OUT_OF_HEAP) {
            return ChildEnd.broke(Code.MEMORY, process + "ran out of heap: raise " + bounds.settings() + ".heap");
        }
        if (code > SIGNALLED) {
            String killer = code == SIGKILL ? ", perhaps because the machine ran out of memory" : "";
            return ChildEnd.broke(
                    Code.KILLED, process + "was ended by signal " + (code - SIGNALLED) + killer + said(lastWords));
        }
        String detail = process + "ended with exit code " + code + said(lastWords);
        return new ChildEnd(code == REFUSED ? How.REFUSED : How.BROKE, Code.CRASHED, detail, "");
    }

    private static String said(String words) {
        return words.isEmpty() ? "" : "; it last wrote: " + words.substring(Math.max(0, words.length() - TOLD));
    }
}
