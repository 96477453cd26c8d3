package dev.latent.papers.anomaly;

/** What scores rows without a network. */
interface Peer {
    String name();

    /** @param training standardized @param seed of what is drawn @return one score a row, the higher the more unusual */
    double[] scores(double[][] training, double[][] rows, long seed);
}
