/**
 * Keeps things in a bucket of S3. Below the prefix and the kind of thing, {@code models/} say, lie
 *
 * <pre>
 * digits-vae/3/.folder.json       makes a folder be there: which files it has, their digests, and where they lie
 * .files/UUID/decoder.safetensors a file of a folder: put before its .folder.json, deleted after it
 * .files/UUID/.notes/quality.json a note of a folder
 * JOB/losses.csv                  a file that stands alone
 * </pre>
 *
 * so a folder is there once its {@code .folder.json} is, which is put only if there is none. Names of keys begin with no dot.
 */
@NullMarked
package dev.latent.storage.s3;

import org.jspecify.annotations.NullMarked;
