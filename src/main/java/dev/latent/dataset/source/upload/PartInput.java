package dev.latent.dataset.source.upload;

import dev.latent.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUploadException;

/** What is read of a form. That it can't be read is the client's fault; that it can't be stored is not. */
final class PartInput extends InputStream {
    private final InputStream in;

    PartInput(FileItemStream part) throws IOException {
        in = reading(part::openStream);
    }

    /** A step of reading. */
    interface Step<T> {
        T run() throws IOException, FileUploadException;
    }

    static <T> T reading(Step<T> step) {
        try {
            return step.run();
        } catch (IOException e) {
            throw Problem.badBody("The multipart body can't be read: it is cut off or has no boundary");
        }
    }

    @Override
    public int read() {
        return reading(in::read);
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        return reading(() -> in.read(target, offset, length));
    }

    @Override
    public void close() {
        reading(() -> {
            in.close();
            return null;
        });
    }
}
