package dev.latent.task;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import dev.latent.cluster.Role;
import dev.latent.cluster.RoleSetting;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Lines of which nobody's turn comes until the test says so. */
public final class ManualLines extends TaskLines {
    private final SettableClock clock;
    private final Map<String, ManualScheduler> schedulers = new HashMap<>();

    public ManualLines(DataSource database, MeterRegistry meters, SettableClock clock) {
        super(database, meters, Clock.systemUTC(), new RoleSetting(Role.ALL));
        this.clock = clock;
    }

    @Override
    SchedulerBuilder builder(DataSource database, Task<?> task) {
        return new TestHelper.ManualSchedulerBuilder(database, List.of(task)) {
            @Override
            public ManualScheduler build() {
                ManualScheduler scheduler = super.build();
                schedulers.put(task.getName(), scheduler);
                return scheduler;
            }
        }.clock(clock);
    }

    /** What works on a line. */
    public ManualScheduler of(String line) {
        return schedulers.get(line);
    }
}
