package dev.latent.dataset.source.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.dataset.DatasetProperties;
import dev.latent.dataset.Datasets;
import dev.latent.dataset.ImportLimits;
import dev.latent.dataset.source.UploadedFixture;
import dev.latent.home.LatentHome;
import dev.latent.problem.Problem;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;

class UploadControllerTests {
    @TempDir
    Path home;

    private final CountDownLatch uploading = new CountDownLatch(2);
    private final CountDownLatch mayGoOn = new CountDownLatch(1);

    @Test
    void aThirdUploadAtATimeIsAskedToComeAgain() throws Exception {
        UploadController controller = controller();
        ExecutorService clients = Executors.newFixedThreadPool(2);
        try {
            clients.submit(() -> controller.uploadDataset(new SlowUpload()));
            clients.submit(() -> controller.uploadDataset(new SlowUpload()));
            assertThat(uploading.await(10, TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(() -> controller.uploadDataset(new SlowUpload()))
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.getStatusCode().value()).isEqualTo(503);
                        assertThat(problem.getHeaders().getFirst(HttpHeaders.RETRY_AFTER))
                                .isEqualTo("10");
                    });
        } finally {
            mayGoOn.countDown();
            clients.shutdownNow();
        }
    }

    @Test
    void anUploadThatFailedMakesRoom() throws IOException {
        UploadController controller = controller();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> controller.uploadDataset(form("--x--\r\n")))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem ->
                                    assertThat(problem.getStatusCode().value()).isEqualTo(422));
        }
    }

    private static MockHttpServletRequest form(String body) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContentType("multipart/form-data; boundary=x");
        request.setContent(body.getBytes());
        return request;
    }

    private UploadController controller() throws IOException {
        LatentHome latentHome = new LatentHome(home);
        Uploads uploads = new Uploads(
                new Datasets(List.of()),
                new UploadedFixture(home).open(),
                new DatasetProperties(null, ImportLimits.usual()));
        return new UploadController(
                uploads, new UploadArea(latentHome), new UploadLimits(DataSize.ofGigabytes(2), 1000));
    }

    /** A body that doesn't end before the test does. */
    private final class SlowUpload extends MockHttpServletRequest {
        SlowUpload() {
            setContentType("multipart/form-data; boundary=x");
        }

        @Override
        public ServletInputStream getInputStream() {
            uploading.countDown();
            try {
                mayGoOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return super.getInputStream();
        }
    }
}
