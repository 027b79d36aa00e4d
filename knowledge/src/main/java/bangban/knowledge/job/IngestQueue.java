package bangban.knowledge.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Which files are due and who adds them, as db-scheduler keeps it: one task a file, picked by one process at a time. A process that dies
 * stops its heartbeats, and after {@code 4 × HEARTBEAT} another one takes its files over.
 */
final class IngestQueue implements AutoCloseable {

    /** Uploads, which people wait for, go before folders. */
    enum Urgency {
        UPLOAD(50),
        FOLDER(10);

        private final int priority;

        Urgency(int priority) {
            this.priority = priority;
        }
    }

    private static final String TABLE = "knowledge_task";
    private static final String TASK = "ingest-file";
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    /** A process looks at once after what it queued itself; this is for retries and for what others queued. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 500;

    /**
     * What the queue calls, with the name of a task.
     *
     * @param run adds the file; it comes back with the time to try again, or empty where the file has ended
     * @param died says when to try again what a process was adding as it died
     * @param upkeep is called every hour by one of the processes
     */
    record Work(Function<String, Optional<Instant>> run, Function<String, Instant> died, Runnable upkeep) {}

    private final JdbcClient jdbc;
    private final String node;
    private final CustomTask<Void> task;
    private final Scheduler scheduler;
    private boolean started;

    /**
     * Does nothing before {@link #start}.
     *
     * @param node the name of this process among those that share the queue, the same after a restart
     */
    IngestQueue(DataSource source, String node, int workers, Work work) {
        this.jdbc = JdbcClient.create(source);
        this.node = node;
        FailureHandler<Void> later = (failed, operations) ->
                operations.reschedule(failed, Instant.now().plus(AFTER_FAILURE));
        task = Tasks.custom(TASK, Void.class)
                .onFailure(later)
                .onDeadExecution((dead, operations) -> operations.reschedule(
                        dead, work.died().apply(dead.getExecution().getId())))
                .execute((instance, context) -> run(instance, work));
        RecurringTask<Void> hourly = Tasks.recurring("ingest-upkeep", FixedDelay.ofHours(1))
                .execute((instance, context) -> work.upkeep().run());
        // within a transaction its tasks are part of it
        scheduler = Scheduler.create(new TransactionAwareDataSourceProxy(source), task)
                .startTasks(hourly)
                .tableName(TABLE)
                .schedulerName(new SchedulerName.Fixed(node))
                .jdbcCustomization(new DefaultJdbcCustomization(false))
                .threads(workers)
                .executorService(Executors.newFixedThreadPool(
                        workers, Thread.ofPlatform().name("ingest-", 0).factory()))
                .enablePriority()
                .pollingInterval(LOOK_EVERY)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(STOP_WITHIN)
                .build();
    }

    private static CompletionHandler<Void> run(TaskInstance<Void> instance, Work work) {
        Optional<Instant> again = work.run().apply(instance.getId());
        return again.<CompletionHandler<Void>>map(
                        time -> (complete, operations) -> operations.reschedule(complete, time))
                .orElseGet(CompletionHandler.OnCompleteRemove::new);
    }

    /** Adds tasks, in the transaction of the caller where there is one. */
    void add(List<String> tasks, Urgency urgency) {
        Instant now = Instant.now();
        for (int i = 0; i < tasks.size(); i += AT_ONCE) {
            List<TaskInstance<?>> instances = new ArrayList<>();
            for (String id : tasks.subList(i, Math.min(i + AT_ONCE, tasks.size()))) {
                instances.add(
                        task.instanceBuilder(id).priority(urgency.priority).build());
            }
            scheduler.scheduleBatch(instances, now);
        }
    }

    /** Has new tasks begun at once. */
    void wake() {
        scheduler.triggerCheckForDueExecutions();
    }

    /** The tasks that this process held when it died. Before {@link #start}. */
    List<String> heldBefore() {
        return jdbc.sql(
                        "select task_instance from knowledge_task where task_name = :task and picked and picked_by = :node")
                .param("task", TASK)
                .param("node", node)
                .query((row, n) -> FileStore.text(row, "task_instance"))
                .list();
    }

    /** Gives a task free that this process held when it died. */
    void giveBack(String id, Instant due) {
        jdbc.sql("""
                        update knowledge_task set picked = false, picked_by = null, last_heartbeat = null,
                            execution_time = :due, version = version + 1
                        where task_name = :task and task_instance = :id and picked_by = :node
                        """)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("task", TASK)
                .param("id", id)
                .param("node", node)
                .update();
    }

    boolean isRunning() {
        return scheduler.getCurrentlyExecuting().stream()
                .anyMatch(running -> running.getTaskInstance().getTaskName().equals(TASK));
    }

    synchronized void start() {
        if (!started) {
            started = true;
            scheduler.start();
        }
    }

    @Override
    public synchronized void close() {
        if (!scheduler.getSchedulerState().isShuttingDown()) {
            scheduler.stop();
        }
    }
}
