package dev.latent.dataset.source.upload;

import dev.latent.files.BoundedInput;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/** A request of which only so much is read, whatever it says of its length. */
final class BoundedRequest extends ServletRequestContext {
    private final UploadLimits limits;

    BoundedRequest(HttpServletRequest request, UploadLimits limits) {
        super(request);
        this.limits = limits;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new BoundedInput(super.getInputStream(), limits.bytes(), limits::tooLarge);
    }
}
