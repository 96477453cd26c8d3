package dev.latent.run.report;

import java.util.HashMap;
import java.util.Map;

/**
 * Mean losses of the last 100 to 199 steps. They are counted in steps, not in time, so that the same run ends with the
 * same means however quick it is, and wherever it was interrupted.
 */
public final class RecentLosses {
    private static final int STEPS = 100;
    private static final String CURRENT = "recentLosses";
    private static final String BEFORE = "recentLossesBefore";

    private LossMeans before = new LossMeans();
    private LossMeans current = new LossMeans();

    /** @param done steps so far, this one included */
    public void add(long done, Map<String, Float> losses) {
        current.add(losses);
        if (done % STEPS == 0) {
            before = current;
            current = new LossMeans();
        }
    }

    public Map<String, Double> means() {
        return before.and(current).means();
    }

    /** As {@link #restore} takes it. */
    public Map<String, String> notes() {
        return new HashMap<>(Map.of(BEFORE, before.state(), CURRENT, current.state()));
    }

    /** Goes on after an earlier attempt. */
    public void restore(Map<String, String> notes) {
        before.restore(notes.get(BEFORE));
        current.restore(notes.get(CURRENT));
    }
}
