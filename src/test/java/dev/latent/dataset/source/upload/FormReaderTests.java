package dev.latent.dataset.source.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.dataset.source.file.FolderFile;
import dev.latent.dataset.source.file.LeftOut;
import dev.latent.files.TemporaryFolder;
import dev.latent.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

class FormReaderTests {
    private static final String NAME = "--x\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nmine\r\n";

    @TempDir
    Path folder;

    private UploadLimits limits = new UploadLimits(DataSize.ofMegabytes(1), 3);

    @Test
    void fieldsAreTextsAndFilesAreFiles() throws IOException {
        FormReader.Form form = read(NAME + file("a.csv", "a\n1\n") + file("b/c.csv", "c\n2\n") + "--x--\r\n");

        assertThat(form.fields()).containsOnlyKeys("name").containsEntry("name", "mine");
        assertThat(form.files().files()).extracting(FolderFile::path).containsExactly("a.csv", "b/c.csv");
        assertThat(content(form.files().files().get(1))).isEqualTo("c\n2\n");
    }

    @Test
    void aLongFileIsReadAsAWhole() throws IOException {
        FormReader.Form form = read(NAME + file("short", "s") + file("long", "l".repeat(200_000)) + "--x--\r\n");

        assertThat(content(form.files().files().get(1))).isEqualTo("l".repeat(200_000));
    }

    @Test
    void namesAreUtf8() throws IOException {
        FormReader.Form form = read(file("M\u00fcll/\u732b.png", "") + "--x--\r\n");

        assertThat(form.files().files()).extracting(FolderFile::path).containsExactly("M\u00fcll/\u732b.png");
    }

    @Test
    void whatSystemsLeaveIsNotStored() throws IOException {
        FormReader.Form form = read(file("a/.DS_Store", "x") + "--x--\r\n");

        assertThat(form.files().files()).isEmpty();
        assertThat(form.files().leftOut()).extracting(LeftOut::file).containsExactly("a/.DS_Store");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 60, 90, 110, 120})
    void aFormThatIsCutOffIsRefused(int length) {
        byte[] whole = (NAME + file("a.csv", "a\n1\n") + "--x--\r\n").getBytes();

        assertProblem(request(Arrays.copyOf(whole, length)), 400, "it is cut off or has no boundary");
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data", "multipart/form-data; boundary="})
    void aFormWithoutBoundaryIsRefused(String type) {
        MockHttpServletRequest request = request(NAME.getBytes());
        request.setContentType(type);

        assertProblem(request, 400, "it is cut off or has no boundary");
    }

    @ParameterizedTest
    @CsvSource({"name, name is there more than once", "file, a file has no name"})
    void aFieldThatIsWrongIsNamed(String field, String detail) {
        String again = "--x\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\nmine\r\n";

        assertProblem(request((NAME + again + "--x--\r\n").getBytes()), 422, detail);
    }

    @Test
    void filesInPartsOfAnotherNameAreRefused() {
        String part = file("a.csv", "a").replace("name=\"file\"", "name=\"data\"");

        assertProblem(request((part + "--x--\r\n").getBytes()), 422, "files are sent in parts named file, not data");
    }

    @Test
    void tooManyFilesAreRefused() {
        String files = file("1", "") + file("2", "") + file("3", "") + file("4", "");

        assertProblem(request((files + "--x--\r\n").getBytes()), 413, "an upload has at most 3 files");
    }

    @Test
    void tooManyFieldsAreRefused() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 101; i++) {
            fields.append(NAME.replace("\"name\"", "\"n" + i + "\""));
        }

        assertProblem(request((fields + "--x--\r\n").getBytes()), 413, "at most 100 fields");
    }

    @Test
    void aFieldThatIsTooLongIsRefused() {
        assertProblem(
                request((NAME.replace("mine", "m".repeat(70_000)) + "--x--\r\n").getBytes()),
                413,
                "name is longer than 65536 bytes");
    }

    @Test
    void anUploadThatIsTooLargeIsRefusedWhateverItSaysOfItsLength() {
        byte[] large = (file("a.csv", "1\n".repeat(1 << 20)) + "--x--\r\n").getBytes();

        assertProblem(request(large), 413, "an upload has at most 1 MB");
        assertProblem(
                new MockHttpServletRequest() {
                    {
                        setContentType("multipart/form-data; boundary=x");
                        setContent(large);
                    }

                    @Override
                    public long getContentLengthLong() {
                        return -1;
                    }

                    @Override
                    public int getContentLength() {
                        return -1;
                    }
                },
                413,
                "an upload has at most 1 MB");
    }

    private void assertProblem(MockHttpServletRequest request, int status, String detail) {
        assertThatThrownBy(() -> read(request)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.getStatusCode().value()).isEqualTo(status);
            assertThat(problem.getBody().getDetail()).contains(detail);
        });
    }

    private static String file(String name, String content) {
        return "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n\r\n" + content
                + "\r\n";
    }

    private static String content(FolderFile file) throws IOException {
        try (InputStream in = file.open()) {
            return new String(in.readAllBytes());
        }
    }

    private FormReader.Form read(String body) throws IOException {
        return read(request(body.getBytes()));
    }

    private FormReader.Form read(MockHttpServletRequest request) throws IOException {
        return FormReader.read(request, limits, new TemporaryFolder(folder));
    }

    private static MockHttpServletRequest request(byte[] body) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContentType("multipart/form-data; boundary=x");
        request.setContent(body);
        return request;
    }
}
