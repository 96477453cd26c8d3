package dev.latent.inference.http;

import dev.latent.exchange.body.SentSamples;
import dev.latent.inference.operation.VersionAndSeed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;

/** Responses of inference, with what clients and caches need to know of them. */
final class Responses {
    static final String VERSION = "Latent-Model-Version";
    static final String SEED = "Latent-Seed";
    static final String VALUE_RANGE = "Latent-Value-Range";
    static final String BACKGROUND = "Latent-Background";

    private Responses() {}

    /**
     * The answer to a GET. It is computed only where the client hasn't got it already.
     *
     * @param query all that decides the answer beside version, seed and media type, as text that is equal for equal
     *     queries
     */
    static ResponseEntity<byte[]> to(
            WebRequest request, VersionAndSeed asked, String query, MediaType type, Supplier<byte[]> body) {
        ResponseEntity<byte[]> head = head(request, asked, query, type);
        return head.getStatusCode().isSameCodeAs(HttpStatus.NOT_MODIFIED)
                ? head
                : new ResponseEntity<>(body.get(), head.getHeaders(), HttpStatus.OK);
    }

    /** The same without its body. */
    static ResponseEntity<byte[]> head(WebRequest request, VersionAndSeed asked, String query, MediaType type) {
        String etag = etag(asked, query, type);
        HttpHeaders headers = headers(asked, asked.cacheControl());
        headers.setETag(etag);
        if (request.checkNotModified(etag)) {
            return new ResponseEntity<>(null, headers, HttpStatus.NOT_MODIFIED);
        }
        headers.setContentType(type);
        return new ResponseEntity<>(null, headers, HttpStatus.OK);
    }

    static HttpHeaders headersOfPost(VersionAndSeed asked) {
        return headers(asked, VersionAndSeed.noStore());
    }

    /** The answer to a POST. */
    static ResponseEntity<byte[]> to(VersionAndSeed asked, MediaType type, byte[] body) {
        HttpHeaders headers = headers(asked, VersionAndSeed.noStore());
        headers.setContentType(type);
        return new ResponseEntity<>(body, headers, HttpStatus.OK);
    }

    /** The answer to a POST of samples, with how their picture was read where they were one. */
    static ResponseEntity<byte[]> to(VersionAndSeed asked, SentSamples sent, MediaType type, byte[] body) {
        HttpHeaders headers = headers(asked, VersionAndSeed.noStore());
        headers.setContentType(type);
        SentSamples.SentPicture picture = sent.picture();
        if (picture != null && picture.levels().bits() > 8) {
            headers.set(VALUE_RANGE, picture.levels().range());
        }
        if (picture != null && picture.under() != null) {
            headers.set(BACKGROUND, picture.under().toString());
        }
        return new ResponseEntity<>(body, headers, HttpStatus.OK);
    }

    private static HttpHeaders headers(VersionAndSeed asked, String cacheControl) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(VERSION, String.valueOf(asked.version().version()));
        headers.set(SEED, String.valueOf(asked.seed()));
        headers.setCacheControl(cacheControl);
        headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        return headers;
    }

    private static String etag(VersionAndSeed asked, String query, MediaType type) {
        String all = String.join("\n", asked.version().digest(), String.valueOf(asked.seed()), query, type.toString());
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return '"' + HexFormat.of().formatHex(hash, 0, 16) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
