package dev.latent.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latent.child.ChildEnd.How;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.StaticApplicationContext;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "its processes are those of a shell")
class ChildrenTests {
    private static final long PLENTY = 100L << 30;
    private static final String WAITS = "exec sleep 60";
    private static final String WAITS_AND_LISTENS_TO_NOBODY = "trap '' TERM; while true; do sleep 1; done";

    private final Hurrying clock = new Hurrying();
    private final ServiceEnd serviceEnd = new ServiceEnd();
    private final List<String> lines = new ArrayList<>();

    @Test
    void aChildThatEndsByItselfIsDoneAndItsLinesAreHeard() throws Exception {
        assertThat(run("echo one; echo two", () -> true).how()).isEqualTo(How.DONE);
        assertThat(lines).containsExactly("one", "two");
    }

    @Test
    void aChildThatCouldNotDoItsWorkHasLastWords() throws Exception {
        ChildEnd end = run("echo 'no such file' >&2; exit 1", () -> true);

        assertThat(end.how()).isEqualTo(How.REFUSED);
        assertThat(end.lastWords()).isEqualTo("no such file");
    }

    @Test
    void aChildThatDiesIsToldByItsExitCode() throws Exception {
        ChildEnd end = run("echo 'oh no' >&2; exit 9", () -> true);

        assertThat(end.how()).isEqualTo(How.BROKE);
        assertThat(end.code()).isEqualTo("crashed");
        assertThat(end.detail()).isEqualTo("The trying process ended with exit code 9; it last wrote: oh no");
    }

    @Test
    void aChildThatIsKilledIsToldByItsSignal() throws Exception {
        ChildEnd end = run("kill -KILL $$", () -> true);

        assertThat(end.code()).isEqualTo("killed");
        assertThat(end.detail()).contains("signal 9", "out of memory");
    }

    @Test
    void aChildThatSaysNothingIsEnded() throws Exception {
        clock.hurry = Duration.ofMinutes(11);

        ChildEnd end = run(WAITS, () -> true);

        assertThat(end.how()).isEqualTo(How.BROKE);
        assertThat(end.code()).isEqualTo("silent");
        assertThat(end.detail()).isEqualTo("The trying process reported nothing for PT10M");
    }

    @Test
    void aChildThatTakesTooLongIsEnded() throws Exception {
        clock.hurry = Duration.ofMinutes(4);

        ChildEnd end = run(
                WAITS, () -> true, new ChildBounds("trying", "", PLENTY, Duration.ofHours(1), Duration.ofMinutes(9)));

        assertThat(end.code()).isEqualTo("too-long");
    }

    @Test
    void aChildThatTakesTooMuchMemoryIsEnded() throws Exception {
        ChildEnd end = run(WAITS, () -> true, new ChildBounds("trying", "latent.try", 1, Duration.ofMinutes(10), null));

        assertThat(end.code()).isEqualTo("memory");
        assertThat(end.detail()).endsWith("more than the 0 of latent.try.memory");
    }

    @Test
    void aChildThatNobodyWantsIsAskedToStop() throws Exception {
        assertThat(run("read line; exit 75", () -> false).how()).isEqualTo(How.UNWANTED);
    }

    @Test
    void aChildThatNobodyWantsIsEndedEvenIfItDoesNotListen() throws Exception {
        clock.hurry = Duration.ofSeconds(1);

        assertThat(run(WAITS_AND_LISTENS_TO_NOBODY, () -> false).how()).isEqualTo(How.UNWANTED);
    }

    @Test
    void aChildThatIsDoneWhenNobodyWantsItAnyMoreIsDone() throws Exception {
        assertThat(run("read line; exit 0", () -> false).how()).isEqualTo(How.DONE);
    }

    @Test
    void aChildIsAskedToStopWhenTheServiceGoesDown() throws Exception {
        endOfService();

        assertThat(run("read line; exit 75", () -> true).how()).isEqualTo(How.STOPPED);
    }

    @Test
    void aChildThatDoesNotStopWhenAskedIsEnded() throws Exception {
        clock.hurry = Duration.ofSeconds(9);
        endOfService();

        assertThat(run(WAITS, () -> true).how()).isEqualTo(How.STOPPED);
    }

    @Test
    void whetherItIsWantedMayBeUnknownForAWhile() throws Exception {
        AtomicBoolean away = new AtomicBoolean(true);
        BooleanSupplier wanted = () -> {
            if (away.getAndSet(false)) {
                throw new IllegalStateException("the database is away");
            }
            return true;
        };

        assertThat(run("sleep 0.5", wanted).how()).isEqualTo(How.DONE);
    }

    @Test
    void aLineThatIsTooLongIsPassedOver() throws Exception {
        run("head -c 100000 /dev/zero | tr '\\0' x; echo; echo after", () -> true);

        assertThat(lines).containsExactly("after");
    }

    private ChildEnd run(String script, BooleanSupplier wanted) throws IOException, InterruptedException {
        return run(script, wanted, new ChildBounds("trying", "latent.try", PLENTY, Duration.ofMinutes(10), null));
    }

    private ChildEnd run(String script, BooleanSupplier wanted, ChildBounds bounds)
            throws IOException, InterruptedException {
        ProcessBuilder program = new ProcessBuilder("sh", "-c", script);
        return new Children(serviceEnd, clock).run(program, bounds, wanted, lines::add);
    }

    private void endOfService() {
        serviceEnd.onApplicationEvent(new ContextClosedEvent(new StaticApplicationContext()));
    }

    /** Time passes at each look. */
    private static final class Hurrying extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");
        private Duration hurry = Duration.ZERO;

        @Override
        public synchronized Instant instant() {
            now = now.plus(hurry);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(@Nullable ZoneId zone) {
            return this;
        }
    }
}
