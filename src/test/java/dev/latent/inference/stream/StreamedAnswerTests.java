package dev.latent.inference.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latent.exchange.body.SampleFormat;
import dev.latent.exchange.body.SampleReader;
import dev.latent.files.TemporaryFolders;
import dev.latent.problem.Problem;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

/** What becomes of an answer that is computed part by part. */
class StreamedAnswerTests {
    private static final int PART_BYTES = 1 << 16;
    private static final int IN_MEMORY = Spool.BYTES_IN_MEMORY / PART_BYTES;
    private static final AnswerPlan LINES = new AnswerPlan(SampleFormat.CSV, SampleReader.UNKNOWN, true);

    @TempDir
    Path folder;

    private final FakeClient client = new FakeClient();
    private TemporaryFolders folders;
    private StreamPlaces places;
    private SpoolSpace space;

    @BeforeEach
    void start() throws IOException {
        folders = TemporaryFolders.in(folder);
        StreamProperties properties = new StreamProperties(1, DataSize.ofBytes(4 * PART_BYTES));
        places = new StreamPlaces(properties, new SimpleMeterRegistry());
        space = new SpoolSpace(folders, properties);
    }

    @AfterEach
    void nothingIsLeft() throws IOException {
        assertThat(space.taken()).isZero();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(it -> it.endsWith("answer"))).isEmpty();
        }
        places.take().close();
        places.close();
        folders.close();
    }

    @Test
    void whatFitsIntoTheSpoolIsSentWithItsLength() throws IOException {
        answer(parts(IN_MEMORY + 3), LINES);

        assertThat(client.length).isEqualTo("7 rows\n".length() + 7L * PART_BYTES);
        assertThat(client.text()).startsWith("7 rows\n").hasSize((int) client.length);
    }

    @Test
    void whatIsLongerIsSentAsItComes() throws IOException {
        answer(parts(100), LINES);

        assertThat(client.length).isEqualTo(-1);
        assertThat(client.text()).startsWith("-1 rows\n").hasSize("-1 rows\n".length() + 100 * PART_BYTES);
    }

    @Test
    void partsComeInTheirOrder() throws IOException {
        answer(parts(20), LINES);

        String text = client.text();
        for (int part = 0; part < 20; part++) {
            assertThat(text.charAt("-1 rows\n".length() + part * PART_BYTES)).isEqualTo((char) ('a' + part));
        }
    }

    @Test
    void whatFailsBeforeTheAnswerBeginsIsAnExceptionOfItsOwn() {
        assertThatThrownBy(() -> answer(failingAt(5), LINES)).isInstanceOf(IllegalArgumentException.class);

        assertThat(client.begun).isFalse();
    }

    @Test
    void whatFailsLaterBreaksTheAnswerOff() {
        assertThatThrownBy(() -> answer(failingAt(50), LINES)).hasMessage("cut after part 50");
    }

    @Test
    void aNumpyArrayCantBeginBeforeItsCountIsKnown() throws IOException {
        AnswerPlan unknown = new AnswerPlan(SampleFormat.NPY, SampleReader.UNKNOWN, true);

        answer(parts(5), unknown);
        assertThat(client.text()).startsWith("5 rows\n");

        assertThatThrownBy(() -> answer(parts(50), unknown))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.getStatusCode().value()).isEqualTo(406));
    }

    @Test
    void noMorePartsAreHeldThanTwoUnderWayAndOneThatWasRead() throws IOException {
        AtomicInteger made = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        PartSource source = counted(parts(200), made);

        new RowStreams(places, space, new SimpleMeterRegistry())
                .answer(source, new AnswerPlan(SampleFormat.CSV, 200, false), new FakeClient() {
                    @Override
                    public OutputStream begin(long bytes) {
                        return new OutputStream() {
                            private int written;

                            @Override
                            public void write(byte[] part) {
                                most.accumulateAndGet(made.get() - written++, Math::max);
                            }

                            @Override
                            public void write(int one) {
                                throw new UnsupportedOperationException();
                            }
                        };
                    }
                });

        assertThat(most.get()).isBetween(1, 4);
    }

    @Test
    void onlySoManyStreamsRunAtATimeButShortAnswersAlwaysDo() throws IOException {
        try (StreamPlaces.Place other = places.take()) {
            assertThat(other).isNotNull();
            assertThatThrownBy(() -> answer(parts(2), LINES)).isInstanceOfSatisfying(Problem.class, problem -> {
                assertThat(problem.getStatusCode().value()).isEqualTo(503);
                assertThat(problem.getHeaders().getFirst("Retry-After")).isEqualTo("10");
            });

            answer(parts(1), LINES);
        }
        assertThat(client.text()).startsWith("1 rows\n");
    }

    @Test
    void aSlowClientOfASpooledAnswerHoldsNoPlace() throws IOException {
        AtomicInteger free = new AtomicInteger();
        new RowStreams(places, space, new SimpleMeterRegistry()).answer(parts(3), LINES, new FakeClient() {
            @Override
            public OutputStream begin(long bytes) {
                places.take().close();
                free.incrementAndGet();
                return super.begin(bytes);
            }
        });

        assertThat(free).hasValue(1);
    }

    private void answer(PartSource source, AnswerPlan plan) throws IOException {
        new RowStreams(places, space, new SimpleMeterRegistry()).answer(source, plan, client);
    }

    private static PartSource parts(int count) {
        AtomicInteger next = new AtomicInteger();
        return () -> {
            int part = next.getAndIncrement();
            return part == count ? null : () -> part(part);
        };
    }

    private static PartSource counted(PartSource source, AtomicInteger made) {
        return () -> {
            Callable<Part> part = source.next();
            made.incrementAndGet();
            return part;
        };
    }

    private static PartSource failingAt(int bad) {
        AtomicInteger next = new AtomicInteger();
        return () -> {
            int part = next.getAndIncrement();
            return () -> {
                if (part == bad) {
                    throw new IllegalArgumentException("part " + part);
                }
                return part(part);
            };
        };
    }

    private static Part part(int number) {
        String rows = String.valueOf((char) ('a' + number)).repeat(PART_BYTES);
        return new Part(
                1,
                count -> (count + " rows\n").getBytes(StandardCharsets.UTF_8),
                rows.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static class FakeClient implements Client {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private boolean begun;
        private long length;

        @Override
        public OutputStream begin(long bytes) {
            begun = true;
            length = bytes;
            out.reset();
            return out;
        }

        @Override
        public void breakOff(Exception reason) throws IOException {
            throw new IOException("cut after " + reason.getMessage());
        }

        String text() {
            return out.toString(StandardCharsets.ISO_8859_1);
        }
    }
}
