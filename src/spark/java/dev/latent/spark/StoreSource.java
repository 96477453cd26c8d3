package dev.latent.spark;

import dev.latent.files.Folders;
import dev.latent.measure.ThresholdFile;
import dev.latent.storage.Lease;
import dev.latent.storage.Storage;
import dev.latent.storage.StorageKey;
import dev.latent.storage.StorageProperties;
import dev.latent.storage.Stores;
import dev.latent.storage.s3.BucketStores;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Versions where the service keeps them: in a bucket. */
final class StoreSource {
    private static final Pattern PLACE =
            Pattern.compile("store:([a-z0-9][a-z0-9._-]{0,62})/([a-z0-9][a-z0-9._-]{0,62})");
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");
    private static final String SETTINGS = "spark.latent.storage.s3.";

    private final Storage models;

    private StoreSource(Storage models) {
        this.models = models;
    }

    static boolean isPlace(String place) {
        return place.startsWith("store:");
    }

    /**
     * A version as a zip.
     *
     * @param place {@code store:MODEL/VERSION}: a number, an alias or {@code latest}
     * @param settings by name, or null
     */
    static byte[] read(String place, UnaryOperator<@Nullable String> settings) throws IOException {
        Matcher parts = PLACE.matcher(place);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + place + "' must be written store:MODEL/VERSION");
        }
        Path copies = Files.createTempDirectory("latent-spark-");
        try (Stores stores = BucketStores.open(bucket(settings), copies)) {
            return new StoreSource(stores.open("models", copies)).zip(parts.group(1), parts.group(2));
        } finally {
            Folders.delete(copies);
        }
    }

    private static StorageProperties.S3 bucket(UnaryOperator<@Nullable String> settings) {
        String bucket = settings.apply(SETTINGS + "bucket");
        if (bucket == null) {
            throw new IllegalArgumentException(
                    SETTINGS + "bucket must be set, as latent.storage.s3.bucket of the service");
        }
        String endpoint = settings.apply(SETTINGS + "endpoint");
        String pathStyle = settings.apply(SETTINGS + "path-style");
        return new StorageProperties.S3(
                bucket,
                settings.apply(SETTINGS + "prefix"),
                endpoint == null ? null : URI.create(endpoint),
                pathStyle == null ? null : (Boolean) Boolean.parseBoolean(pathStyle),
                settings.apply(SETTINGS + "region"),
                settings.apply(SETTINGS + "access-key-id"),
                settings.apply(SETTINGS + "secret-access-key"),
                null);
    }

    private byte[] zip(String model, String reference) throws IOException {
        StorageKey version = StorageKey.of(model, number(model, reference));
        Lease lease = models.lease(version).orElseThrow(() -> missing(model, reference));
        try (lease) {
            ModelZip zip = new ModelZip();
            for (Path file : Folders.files(lease.path())) {
                if (!isThreshold(file)) {
                    zip.add(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
            Optional<byte[]> threshold = models.read(version.child(ThresholdFile.NAME));
            if (threshold.isPresent()) {
                zip.add(ThresholdFile.NAME, threshold.get());
            }
            return zip.finish();
        }
    }

    /** It may be learned after the version was published, and then stands beside its files. */
    private static boolean isThreshold(Path file) {
        return file.getFileName().toString().equals(ThresholdFile.NAME);
    }

    private String number(String model, String reference) throws IOException {
        if (NUMBER.matcher(reference).matches()) {
            return reference;
        }
        if (reference.equals("latest")) {
            return models.list(StorageKey.of(model)).stream()
                    .filter(name -> NUMBER.matcher(name).matches())
                    .max((a, b) -> Integer.compare(Integer.parseInt(a), Integer.parseInt(b)))
                    .orElseThrow(() -> missing(model, reference));
        }
        JsonNode notes = JsonMapper.shared()
                .readTree(models.read(StorageKey.of(model, "registry.json"))
                        .orElseThrow(() -> missing(model, reference)));
        JsonNode number = notes.path("aliases").path(reference);
        if (!number.isInt()) {
            throw missing(model, reference);
        }
        return number.asString();
    }

    private static FileNotFoundException missing(String model, String reference) {
        return new FileNotFoundException("the bucket has no version " + reference + " of a model '" + model + "'");
    }
}
