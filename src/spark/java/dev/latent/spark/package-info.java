/**
 * Trained models over the rows of Apache Spark's DataFrames: the same bits as the service gives, without a service. Knows
 * what computes, and no Spring.
 */
@NullMarked
package dev.latent.spark;

import org.jspecify.annotations.NullMarked;
