package dev.latent.storage.s3;

import dev.latent.storage.StorageProperties;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A server of S3 in this process, in memory, that checks signatures. It is another program (s3proxy) with class path and
 * all, which the build puts into {@code target}; of this one it knows nothing.
 */
public final class S3Server implements AutoCloseable {
    public static final String ACCESS_KEY = "AKIDTESTS";
    public static final String SECRET_KEY = "a-secret-of-tests";

    private static final Path JAR = Path.of("target/s3-server/s3-server.jar");
    private static final URL[] CLASS_PATH = {url(Path.of("src/test/resources/s3-server")), url(JAR)};

    private final Object proxy;
    private final S3Client client;

    private S3Server(Object proxy) {
        this.proxy = proxy;
        this.client = Clients.of(settings(address(), "none", ""));
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server of all tests of this process. */
    public static S3Server shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        private static final S3Server SERVER = start(0);
    }

    /** @param port 0 for any */
    static S3Server start(int port) {
        if (!Files.exists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: mvn process-test-resources brings it");
        }
        ClassLoader loader = new URLClassLoader(CLASS_PATH, ClassLoader.getPlatformClassLoader());
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(loader);
        try {
            return new S3Server(proxy(loader, port));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static Object proxy(ClassLoader loader, int port) throws ReflectiveOperationException {
        Class<?> authentication = loader.loadClass("org.gaul.s3proxy.auth.AuthenticationType");
        Object store = loader.loadClass("org.gaul.s3proxy.nio2blob.TransientNio2BlobStore")
                .getConstructor()
                .newInstance();
        Object builder = loader.loadClass("org.gaul.s3proxy.S3Proxy")
                .getMethod("builder")
                .invoke(null);
        Class<?> type = builder.getClass();
        type.getMethod("endpoint", URI.class).invoke(builder, URI.create("http://127.0.0.1:" + port));
        type.getMethod("blobStore", loader.loadClass("org.gaul.s3proxy.blobstore.BlobStore"))
                .invoke(builder, store);
        type.getMethod("awsAuthentication", authentication, String.class, String.class)
                .invoke(builder, authentication.getField("AWS_V4").get(null), ACCESS_KEY, SECRET_KEY);
        Object proxy = type.getMethod("build").invoke(builder);
        proxy.getClass().getMethod("start").invoke(proxy);
        return proxy;
    }

    /** Where it listens. */
    public int port() {
        try {
            return (int) proxy.getClass().getMethod("getPort").invoke(proxy);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    static StorageProperties.S3 settings(URI server, String bucket, String prefix) {
        return new StorageProperties.S3(bucket, prefix, server, null, null, ACCESS_KEY, SECRET_KEY, null);
    }

    /** Asks this server for anything. */
    S3Client client() {
        return client;
    }

    /** A new bucket with a name of its own. */
    public StorageProperties.S3 newBucket(String prefix) {
        String name = "bucket-" + UUID.randomUUID();
        client.createBucket(create -> create.bucket(name));
        return settings(address(), name, prefix);
    }

    /** A new bucket, as settings of the service. */
    public Map<String, String> newBucketAsSettings() {
        return newBucketAsSettings(port());
    }

    /** @param port where the way to this server begins */
    public Map<String, String> newBucketAsSettings(int port) {
        return Map.of(
                "latent.storage.s3.bucket",
                newBucket("").bucket(),
                "latent.storage.s3.endpoint",
                "http://127.0.0.1:" + port,
                "latent.storage.s3.access-key-id",
                ACCESS_KEY,
                "latent.storage.s3.secret-access-key",
                SECRET_KEY);
    }

    @Override
    public void close() throws ReflectiveOperationException {
        client.close();
        proxy.getClass().getMethod("stop").invoke(proxy);
    }
}
