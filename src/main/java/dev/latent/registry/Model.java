package dev.latent.registry;

import dev.latent.family.Operation;
import java.util.List;
import java.util.Map;

/**
 * A name and what it stands for now.
 *
 * @param operations those of the latest version
 * @param latest the highest number among its versions
 * @param aliases version numbers by alias
 */
public record Model(String name, String family, List<Operation> operations, int latest, Map<String, Integer> aliases) {}
