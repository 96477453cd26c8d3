package dev.latent.inference.http;

import io.swagger.v3.oas.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What of a body's columns is taken.
 *
 * @param ignore whether columns that the model hasn't are left out; else they are an error
 */
record ColumnQuery(
        @Parameter(
                description =
                        "true leaves out columns of a CSV (or of a JSON body that names them) that the model hasn't;"
                                + " false, the default, makes them an error")
        @Nullable
        Boolean ignore) {
    ColumnQuery {
        ignore = ignore == null ? Boolean.FALSE : ignore;
    }
}
