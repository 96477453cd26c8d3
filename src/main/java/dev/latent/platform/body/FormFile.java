package dev.latent.platform.body;

import dev.latent.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.FileUploadException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.jspecify.annotations.Nullable;

/** The only part of a form, read as it comes: {@code curl -F file=@picture.jpg}. */
final class FormFile extends InputStream {
    private static final int HEADER_BYTES = 1 << 13;
    private static final String BROKEN = "The multipart body can't be read: it is cut off or has no boundary";

    private final FileItemIterator parts;
    private final @Nullable String type;
    private final InputStream content;
    private boolean ended;

    private FormFile(FileItemIterator parts, FileItemStream part) throws IOException {
        this.parts = parts;
        type = part.getContentType();
        content = part.openStream();
    }

    /** @throws Problem if it can't be read, or begins with something else than a file */
    static FormFile of(HttpServletRequest request) {
        return reading(() -> {
            FileUpload form = new FileUpload();
            form.setHeaderEncoding(StandardCharsets.UTF_8.name());
            form.setPartHeaderSizeMax(HEADER_BYTES);
            FileItemIterator parts = form.getItemIterator(new ServletRequestContext(request));
            if (!parts.hasNext()) {
                throw Problem.badBody("The form holds no file; send one: -F file=@picture.png");
            }
            FileItemStream part = parts.next();
            requireFile(part);
            return new FormFile(parts, part);
        });
    }

    private static void requireFile(FileItemStream part) {
        if (part.isFormField()) {
            throw Problem.invalid(
                    "#/" + part.getFieldName(),
                    "the form holds one file here and nothing else; what is to be said beside it stands in the query,"
                            + " as ?" + part.getFieldName() + "=…");
        }
    }

    /** What is said of the file's type, or null. */
    @Nullable
    String type() {
        return type;
    }

    /** A step of reading. */
    private interface Step<T> {
        T run() throws IOException, FileUploadException;
    }

    private static <T> T reading(Step<T> step) {
        try {
            return step.run();
        } catch (IOException e) {
            throw Problem.badBody(BROKEN);
        }
    }

    @Override
    public int read() {
        int value = ended ? -1 : reading(content::read);
        return value < 0 ? end() : value;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        int count = ended ? -1 : reading(() -> content.read(target, offset, length));
        return count < 0 ? end() : count;
    }

    /** Nothing that was sent is passed over. */
    private int end() {
        if (!ended && reading(parts::hasNext)) {
            requireFile(reading(parts::next));
            throw Problem.invalid(
                    "#", "the form holds one file here; send several one after the other, or as one TIFF or NPY");
        }
        ended = true;
        return -1;
    }
}
