package dev.latent.storage.s3;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** The objects whose names begin alike. Names are given without what they begin with. */
record Listing(Bucket bucket, String start) {
    /** @param changed by the store's clock */
    record Found(String name, Instant changed) {}

    List<Found> objects() throws IOException {
        return pages(
                "",
                page -> page.contents().stream()
                        .map(object -> new Found(rest(object.key()), object.lastModified()))
                        .toList());
    }

    /** What stands before the next slash, once each; of objects without one, the whole name. */
    List<String> names() throws IOException {
        List<String> names = new ArrayList<>(groups());
        names.addAll(pages(
                "/",
                page -> page.contents().stream()
                        .map(object -> rest(object.key()))
                        .toList()));
        return names;
    }

    /** What stands before the next slash, once each. */
    List<String> groups() throws IOException {
        return pages(
                "/",
                page -> page.commonPrefixes().stream()
                        .map(group -> rest(group.prefix()).replaceFirst("/$", ""))
                        .toList());
    }

    private String rest(String key) {
        return key.substring(bucket.path(start).length());
    }

    private <T> List<T> pages(String delimiter, Function<ListObjectsV2Response, List<T>> found) throws IOException {
        List<T> all = new ArrayList<>();
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(bucket.name())
                .prefix(bucket.path(start))
                .delimiter(delimiter.isEmpty() ? null : delimiter)
                .build();
        while (true) {
            ListObjectsV2Request next = request;
            ListObjectsV2Response page = bucket.call(() -> bucket.client().listObjectsV2(next));
            all.addAll(found.apply(page));
            if (!Boolean.TRUE.equals(page.isTruncated())) {
                return all;
            }
            request = request.toBuilder()
                    .continuationToken(page.nextContinuationToken())
                    .build();
        }
    }
}
