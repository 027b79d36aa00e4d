package bangban.runtime.turn;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The log in a table: the commit is the append. */
public final class JdbcTurnLog implements TurnLog {

    private final JdbcClient jdbc;
    private final Clock clock;
    /** Reads what earlier versions stored: a count that they did not know is 0. */
    private final JsonMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final ConcurrentHashMap<TurnId, Set<Runnable>> listeners = new ConcurrentHashMap<>();

    public JdbcTurnLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public LoggedEvent append(TurnId turn, TurnEvent event) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        long sequence = jdbc.sql("select coalesce(max(sequence), 0) + 1 from turn_event where turn_id = ?")
                .param(turn.value())
                .query(Long.class)
                .single();
        // the primary key turns two writers into an error, not into a mixed log
        jdbc.sql("insert into turn_event (turn_id, sequence, at, body) values (?, ?, ?, ?)")
                .params(
                        turn.value(),
                        sequence,
                        now,
                        json.writerFor(TurnEvent.class).writeValueAsString(event))
                .update();
        listeners.getOrDefault(turn, Set.of()).forEach(Runnable::run);
        return new LoggedEvent(turn, sequence, now.toInstant(), event);
    }

    @Override
    public List<LoggedEvent> read(TurnId turn, long after) {
        return jdbc.sql(
                        "select sequence, at, body from turn_event where turn_id = ? and sequence > ? order by sequence")
                .params(turn.value(), after)
                .query((row, n) -> new LoggedEvent(
                        turn,
                        row.getLong("sequence"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        json.readValue(row.getString("body"), TurnEvent.class)))
                .list();
    }

    @Override
    public Watch watch(TurnId turn, Runnable listener) {
        listeners.compute(turn, (key, set) -> {
            Set<Runnable> present = set == null ? ConcurrentHashMap.newKeySet() : set;
            present.add(listener);
            return present;
        });
        return () -> listeners.computeIfPresent(turn, (key, set) -> {
            set.remove(listener);
            return set.isEmpty() ? null : set;
        });
    }
}
