package dev.latent.family.lsgan;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.latent.family.Ids;

/** The labels that D's values are fitted to: a of fakes and b of real samples, and c, that of which G wants to be seen. */
public enum Coding {
    /** G aims at the label of real samples (eq. 9). */
    ZERO_ONE(0, 1, 1),
    /** b − c = 1 and b − a = 2: minimizes Pearson's χ² divergence (theorem 1; eq. 8). */
    PEARSON(-1, 1, 0);

    private final int a;
    private final int b;
    private final int c;

    Coding(int a, int b, int c) {
        this.a = a;
        this.b = b;
        this.c = c;
    }

    int a() {
        return a;
    }

    int b() {
        return b;
    }

    int c() {
        return c;
    }

    @JsonValue
    public String id() {
        return Ids.of(this);
    }
}
