package dev.latent.registry;

import dev.latent.family.Operation;
import java.util.Map;
import java.util.Set;

/**
 * A name and what it stands for now.
 *
 * @param operations those of the latest version
 * @param latest the highest number among its versions
 * @param aliases version numbers by alias
 */
public record Model(String name, String family, Set<Operation> operations, int latest, Map<String, Integer> aliases) {}
