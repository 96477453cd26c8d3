package dev.latent.platform.body;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** What a body is, as far as its first bytes leave no doubt. */
final class ContentSight {
    /** How many bytes it wants to see, where there are so many. */
    static final int BYTES = 1024;

    static final MediaType CSV = new MediaType("text", "csv");
    static final MediaType NDJSON = new MediaType("application", "x-ndjson");

    private static final Map<String, MediaType> MAGIC = magic();
    private static final Map<MediaType, Pattern> PICTURES = Map.of(
            new MediaType("image", "webp"), Pattern.compile("RIFF.{4}WEBP", Pattern.DOTALL),
            new MediaType("image", "bmp"), Pattern.compile("BM.{4}\\x00{4}", Pattern.DOTALL),
            new MediaType("image", "x-portable-anymap"),
                    Pattern.compile("P[1-6]\\s+(#[^\n]*\n\\s*)*+\\d+\\s+\\d+\\s|P7\nWIDTH \\d"));
    private static final String MARK = "\uFEFF?\\s*+";
    private static final Pattern JSON =
            Pattern.compile(MARK + "(\\{\\s*+[\"}]|\\[\\s*+([\\[{\"\\]\\d-]|true|false|null)).*", Pattern.DOTALL);
    private static final Pattern LINES_OF_JSON = Pattern.compile(
            MARK + "\\{[^\r\n{}]*\\}[ \t]*\\R\\{.*|" + MARK + "\\[[^\r\n\\[\\]]*][ \t]*\\R\\[.*", Pattern.DOTALL);
    private static final Pattern ROWS = Pattern.compile(MARK + "[^\r\n]*[,;\t][^\r\n]*\\R.*", Pattern.DOTALL);
    private static final Pattern NUMBERS_BELOW_A_NAME =
            Pattern.compile(MARK + "[^\r\n=&]+\\R\\s*+[-+]?[.\\d][-+.\\deE]*+\\s*(\\R.*)?", Pattern.DOTALL);
    private static final Pattern BINARY = Pattern.compile("[\\x00-\\x08\\x0E-\\x1F]");

    private ContentSight() {}

    /** Null where it could be anything. */
    static @Nullable MediaType of(byte[] head) {
        String hex = HexFormat.of().formatHex(head, 0, Math.min(head.length, 8));
        return MAGIC.entrySet().stream()
                .filter(known -> hex.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .or(() -> rarerPicture(head))
                .orElseGet(() -> text(new String(head, StandardCharsets.UTF_8)));
    }

    private static Optional<MediaType> rarerPicture(byte[] head) {
        String start = new String(head, StandardCharsets.ISO_8859_1);
        return PICTURES.entrySet().stream()
                .filter(kind -> kind.getValue().matcher(start).lookingAt())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static @Nullable MediaType text(String start) {
        if (BINARY.matcher(start).find()) {
            return null;
        }
        if (LINES_OF_JSON.matcher(start).matches()) {
            return NDJSON;
        }
        if (JSON.matcher(start).matches()) {
            return MediaType.APPLICATION_JSON;
        }
        return ROWS.matcher(start).matches()
                        || NUMBERS_BELOW_A_NAME.matcher(start).matches()
                ? CSV
                : null;
    }

    private static Map<String, MediaType> magic() {
        Map<String, MediaType> magic = new LinkedHashMap<>();
        magic.put("89504e470d0a1a0a", MediaType.IMAGE_PNG);
        magic.put("ffd8ff", MediaType.IMAGE_JPEG);
        magic.put("47494638", MediaType.IMAGE_GIF);
        magic.put("49492a00", new MediaType("image", "tiff"));
        magic.put("4d4d002a", new MediaType("image", "tiff"));
        magic.put("934e554d5059", new MediaType("application", "x-npy"));
        magic.put("504b0304", new MediaType("application", "zip"));
        magic.put("504b0506", new MediaType("application", "zip"));
        magic.put("50415231", new MediaType("application", "vnd.apache.parquet"));
        return magic;
    }
}
