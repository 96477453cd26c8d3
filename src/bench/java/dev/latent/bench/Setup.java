package dev.latent.bench;

import java.nio.file.Path;
import java.util.Set;

/**
 * What is asked of a run.
 *
 * @param only names of what to measure (families, clients …), or empty for all
 * @param scratch a folder for all that is made
 */
public record Setup(Mode mode, Set<String> only, Path scratch) {
    public boolean wants(String name) {
        return only.isEmpty() || only.contains(name);
    }

    /** Where progress is told. */
    public void say(String line) {
        System.out.println(line);
    }
}
