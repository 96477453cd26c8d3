package dev.latent.dataset.source.upload;

import dev.latent.dataset.source.file.FolderContent;
import dev.latent.files.TemporaryFolder;
import dev.latent.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;

/**
 * Reads a form part by part, as it comes: the container would make a file and an object of each part, which of 100,000
 * small ones takes minutes and a gigabyte.
 */
final class FormReader {
    static final String FILE = "file";

    private static final int MOST_FIELDS = 100;
    private static final int FIELD_BYTES = 1 << 16;
    private static final int HEADER_BYTES = 1 << 13;

    private final UploadLimits limits;
    private final PartStore files;
    private final Map<String, String> fields = new TreeMap<>();

    private FormReader(UploadLimits limits, PartStore files) {
        this.limits = limits;
        this.files = files;
    }

    /**
     * What a form held.
     *
     * @param fields those of text, by name
     */
    record Form(Map<String, String> fields, FolderContent files) {}

    /** @throws Problem if it can't be read, or is larger than is taken */
    static Form read(HttpServletRequest request, UploadLimits limits, TemporaryFolder place) throws IOException {
        limits.requireWithin(request.getContentLengthLong());
        try (PartStore files = new PartStore(place.path())) {
            FormReader reader = new FormReader(limits, files);
            reader.readAll(new BoundedRequest(request, limits));
            return new Form(reader.fields, files.content());
        }
    }

    private void readAll(ServletRequestContext request) throws IOException {
        FileItemIterator parts = PartInput.reading(() -> {
            FileUpload form = new FileUpload();
            form.setHeaderEncoding(StandardCharsets.UTF_8.name());
            form.setPartHeaderSizeMax(HEADER_BYTES);
            return form.getItemIterator(request);
        });
        while (PartInput.reading(parts::hasNext)) {
            add(PartInput.reading(parts::next));
        }
    }

    private void add(FileItemStream part) throws IOException {
        if (part.isFormField()) {
            addField(part.getFieldName(), part);
        } else if (part.getFieldName().equals(FILE)) {
            addFile(part);
        } else {
            String name = part.getFieldName();
            throw Problem.invalid("#/" + name, "files are sent in parts named file, not " + name);
        }
    }

    private void addField(String name, FileItemStream part) throws IOException {
        if (name.equals(FILE)) {
            throw Problem.invalid("#/" + FILE, "a file has no name; its kind is told by the name's ending");
        }
        if (fields.size() == MOST_FIELDS) {
            throw Problem.tooLarge("a form of a dataset has at most " + MOST_FIELDS + " fields of text");
        }
        byte[] text = new PartInput(part).readNBytes(FIELD_BYTES + 1);
        if (text.length > FIELD_BYTES) {
            throw Problem.tooLarge("#/" + name, name + " is longer than " + FIELD_BYTES + " bytes");
        }
        if (fields.put(name, new String(text, StandardCharsets.UTF_8)) != null) {
            throw Problem.invalid("#/" + name, name + " is there more than once");
        }
    }

    private void addFile(FileItemStream part) throws IOException {
        if (files.count() == limits.files()) {
            throw limits.tooManyFiles();
        }
        try (InputStream content = new PartInput(part)) {
            files.add(PartName.of(part.getName()), content);
        } catch (InvalidFileNameException e) {
            throw PartName.isNone();
        }
    }
}
