package dev.latent.dataset.source.found;

import dev.latent.dataset.DatasetDescription;
import dev.latent.dataset.DatasetOrigin;
import dev.latent.dataset.Datasets;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.LocalOrigin;
import dev.latent.dataset.source.SourceFormats;
import dev.latent.dataset.source.file.FolderContent;
import dev.latent.dataset.source.file.FolderFile;
import dev.latent.dataset.source.file.LeftOut;
import dev.latent.dataset.source.file.OpenedFiles;
import dev.latent.dataset.source.file.SourceFiles;
import dev.latent.dataset.source.picture.Domains;
import dev.latent.dataset.source.reading.ImportOptions;
import dev.latent.dataset.source.reading.ImportReport;
import dev.latent.dataset.source.reading.ImportRequest;
import dev.latent.dataset.source.reading.SourceFormat;
import dev.latent.dataset.source.upload.UploadedContent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder that holds a dataset if its files are in a known format. It is looked into when it is first asked for, and
 * prepared anew when a file's name, size or time has changed.
 */
final class FoundDataset implements LocalOrigin {
    private static final Logger LOG = LoggerFactory.getLogger(FoundDataset.class);
    private static final int FINGERPRINT_DIGITS = 16;
    private static final int MOST_TOLD = 10;
    /** Counts up when the same files would be prepared differently. */
    private static final String PREPARATION = "3\n";

    private final Path source;
    private final Path cache;
    private final ImportLimits limits;
    private final @Nullable String domain;
    private @Nullable Content content;

    private FoundDataset(Path source, Path cache, ImportLimits limits, @Nullable String domain) {
        this.source = source;
        this.cache = cache;
        this.limits = limits;
        this.domain = domain;
    }

    /** One, or two where it holds the two domains of an unpaired translation: {@code horses-a} and {@code horses-b}. */
    static Stream<DatasetOrigin> of(Path source, Path cache, ImportLimits limits) {
        return Domains.areIn(source)
                ? Stream.of("a", "b").map(domain -> new FoundDataset(source, cache, limits, domain))
                : Stream.of(new FoundDataset(source, cache, limits, null));
    }

    /** @param format null where the files are in none that is known */
    private record Content(FolderContent files, @Nullable SourceFormat format, String fingerprint) {}

    @Override
    public String name() {
        String folder = source.getFileName().toString();
        return domain == null ? folder : folder + "-" + domain;
    }

    @Override
    public boolean available(Datasets others) {
        return content().format() != null;
    }

    @Override
    public Path folder() {
        return cache.resolve(name() + "-" + content().fingerprint());
    }

    @Override
    public Optional<DatasetDescription> announced(Datasets others) {
        return Optional.empty();
    }

    @Override
    public void prepare(Path target, Datasets others) throws IOException {
        Content known = content();
        try (OpenedFiles opened = OpenedFiles.of(known.files(), false, limits)) {
            SourceFiles files = SourceFormats.lookedInto(opened.files());
            ImportOptions options = ImportOptions.none().ofDomain(domain);
            ImportReport report =
                    known.format().prepare(new ImportRequest(name(), files, options, limits, target, "found as files"));
            tell(new UploadedContent(known.files(), files).leftOut(known.format()));
            report.notes().forEach(note -> LOG.info("The dataset {}: {}", name(), note));
        }
    }

    private void tell(List<LeftOut> leftOut) {
        if (!leftOut.isEmpty()) {
            LOG.warn(
                    "The dataset {} is made without {} files: {}",
                    name(),
                    leftOut.stream().mapToInt(LeftOut::files).sum(),
                    leftOut.stream().limit(MOST_TOLD).toList());
        }
    }

    private synchronized Content content() {
        Content known = content;
        if (known == null) {
            known = look();
            content = known;
        }
        return known;
    }

    private Content look() {
        try {
            FolderContent files = FolderContent.of(source, limits.files());
            SourceFormat format = SourceFormats.of(
                            SourceFormats.lookedInto(new SourceFiles(files.files(), List.of(), List.of())))
                    .orElse(null);
            if (format == null) {
                LOG.info("The folder {} holds no dataset in a known format", source);
            }
            return new Content(files, format, fingerprint(files.files()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(List<FolderFile> files) {
        return DigestUtils.sha256Hex(files.stream()
                        .map(file -> file.path() + " " + file.size() + " " + file.modified())
                        .collect(Collectors.joining("\n", PREPARATION, "")))
                .substring(0, FINGERPRINT_DIGITS);
    }
}
