package dev.latent.bench;

import java.util.List;

/** A part of the benchmark. */
interface Part {
    String name();

    List<Table> measure(Setup setup) throws Exception;
}
