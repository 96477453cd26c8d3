package dev.latent.task;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.stats.MicrometerStatsRegistry;
import com.github.kagkarlsson.scheduler.stats.StatsRegistryAdapter;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.latent.cluster.RoleSetting;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;

/** Makes lines: each has a table and threads of its own, so that none holds up another. */
@Component
public class TaskLines {
    private static final Duration POLLING = Duration.ofSeconds(2);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration TO_STOP = Duration.ofSeconds(15);

    private final DataSource database;
    private final MeterRegistry meters;
    private final Clock clock;
    private final RoleSetting setting;

    public TaskLines(DataSource database, MeterRegistry meters, Clock clock, RoleSetting setting) {
        this.database = database;
        this.meters = meters;
        this.clock = clock;
        this.setting = setting;
    }

    /**
     * A line that works once the service is ready, unless this process leaves that to others.
     *
     * @param name of its tasks
     * @param table of the database, as db-scheduler wants it
     * @param atOnce how many tasks this process works on at a time
     */
    public TaskLine line(String name, String table, int atOnce, TaskWork work) {
        LineTask task = new LineTask(name, work);
        LineTable where = LineTable.of(database, table);
        return new TaskLine(
                task, where, scheduler(task, where, atOnce), setting.role().works());
    }

    private Scheduler scheduler(LineTask task, LineTable table, int atOnce) {
        return builder(new TransactionAwareDataSourceProxy(database), task.task())
                .tableName(table.name())
                .threads(atOnce)
                .pollingInterval(POLLING)
                .heartbeatInterval(table.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .alwaysPersistTimestampInUTC()
                .shutdownMaxWait(TO_STOP)
                .addSchedulerListener(
                        new StatsRegistryAdapter(new MicrometerStatsRegistry(meters, List.of(task.task()))))
                .build();
    }

    /** Tests have their own time. */
    SchedulerBuilder builder(DataSource database, Task<?> task) {
        return Scheduler.create(database, task).clock(clock::instant);
    }
}
