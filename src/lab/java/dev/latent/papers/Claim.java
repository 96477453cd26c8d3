package dev.latent.papers;

/**
 * A figure that a paper gives, or that is to be told without one.
 *
 * @param figure its name on our card
 * @param paper the paper's value as it is printed there, or what is wanted; empty where there is none
 */
record Claim(String figure, String paper) {
    static Claim of(String figure, String paper) {
        return new Claim(figure, paper);
    }

    static Claim untold(String figure) {
        return new Claim(figure, "");
    }
}
