package dev.latent.registry;

import java.util.List;

/** Tells the registry who needs a version, so that it isn't deleted under them. */
public interface ModelUse {
    /** Who needs this version, in words such as {@code training job 4711 (CANCELLED)}. */
    List<String> usersOf(String model, int version);
}
