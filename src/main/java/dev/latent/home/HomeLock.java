package dev.latent.home;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationPreparedEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.env.Environment;

/** One server a home: taken before any bean could touch it, and told of whoever comes second. */
public final class HomeLock implements ApplicationListener<ApplicationEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(HomeLock.class);
    private static final String FILE = "server.lock";
    private static final String BUILDING = "spring.aot.processing";

    private @Nullable Path home;
    private @Nullable FileChannel lock;

    @Override
    public void onApplicationEvent(ApplicationEvent event) {
        if (event instanceof ApplicationPreparedEvent prepared && !Boolean.getBoolean(BUILDING)) {
            Environment environment = prepared.getApplicationContext().getEnvironment();
            Path folder = Path.of(environment.getRequiredProperty("latent.home"));
            take(folder);
            if (environment.getProperty("spring.datasource.url", "").contains(folder.toString())) {
                LostDatabase.in(folder).ifPresent(LOG::warn);
            }
        } else if (event instanceof WebServerInitializedEvent started
                && home != null
                && started.getApplicationContext().getServerNamespace() == null) {
            Environment environment = started.getApplicationContext().getEnvironment();
            HomeHolder.thisProcess(address(environment, started.getWebServer().getPort()))
                    .write(home);
        } else if (event instanceof ContextClosedEvent closed
                && closed.getApplicationContext().getParent() == null) {
            release();
        }
    }

    private static String address(Environment environment, int port) {
        String host = environment.getProperty(
                "server.address", InetAddress.getLoopbackAddress().getHostAddress());
        return "http://" + host + ":" + port;
    }

    /** @throws HomeRefused if another process holds it, or it can't be written */
    void take(Path folder) {
        try {
            Files.createDirectories(folder);
            FileChannel channel =
                    FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                throw inUse(folder);
            }
            lock = channel;
            home = folder;
        } catch (IOException e) {
            throw new HomeRefused(
                    "the home " + folder + " can't be used: " + e + "; choose another one with --latent.home");
        }
        HomeHolder.thisProcess(null).write(folder);
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private static HomeRefused inUse(Path folder) {
        return new HomeRefused("the home " + folder + " is in use by " + HomeHolder.inWords(folder)
                + "; stop it, or choose another home with --latent.home");
    }

    void release() {
        if (home != null) {
            HomeHolder.forget(home);
            home = null;
        }
        if (lock != null) {
            try {
                lock.close();
            } catch (IOException e) {
                // the process that holds it ends
            }
            lock = null;
        }
    }
}
