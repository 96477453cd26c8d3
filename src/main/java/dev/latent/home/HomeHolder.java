package dev.latent.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who uses a home: {@code server.json} in it, for people and for a second server.
 *
 * @param pid of the process
 * @param address where it answers; null until it does
 */
record HomeHolder(long pid, @Nullable String address) {
    private static final String FILE = "server.json";

    static HomeHolder thisProcess(@Nullable String address) {
        return new HomeHolder(ProcessHandle.current().pid(), address);
    }

    void write(Path home) {
        try {
            Files.write(home.resolve(FILE), JsonMapper.shared().writeValueAsBytes(this));
        } catch (IOException e) {
            // it only tells others
        }
    }

    static void forget(Path home) {
        try {
            Files.deleteIfExists(home.resolve(FILE));
        } catch (IOException e) {
            // the next one writes it anew
        }
    }

    /** {@code the server of process 4711 at http://127.0.0.1:8080}. */
    static String inWords(Path home) {
        try {
            HomeHolder holder = JsonMapper.shared().readValue(Files.readAllBytes(home.resolve(FILE)), HomeHolder.class);
            return holder == null
                    ? "another server"
                    : "the server of process " + holder.pid + (holder.address == null ? "" : " at " + holder.address);
        } catch (IOException | JacksonException e) {
            return "another server";
        }
    }
}
