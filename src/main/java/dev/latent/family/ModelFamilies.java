package dev.latent.family;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;

/** All families, found as services so that a run without Spring finds the same ones. */
public final class ModelFamilies {
    private static final Map<String, ModelFamily<?>> BY_ID = load();

    private ModelFamilies() {}

    public static Collection<ModelFamily<?>> all() {
        return BY_ID.values();
    }

    public static Optional<ModelFamily<?>> find(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    private static Map<String, ModelFamily<?>> load() {
        Map<String, ModelFamily<?>> families = new LinkedHashMap<>();
        for (ModelFamily<?> family : ServiceLoader.load(ModelFamily.class, ModelFamilies.class.getClassLoader())) {
            families.put(family.id(), family);
        }
        return Collections.unmodifiableMap(families);
    }
}
