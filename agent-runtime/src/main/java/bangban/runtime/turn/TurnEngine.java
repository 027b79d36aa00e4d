package bangban.runtime.turn;

import bangban.config.agents.AgentCatalog;
import bangban.language.sentence.Language;
import bangban.runtime.agent.AgentRegistry;
import bangban.runtime.agent.Attachment;
import bangban.runtime.agent.Question;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.runtime.identity.Principal;
import bangban.runtime.route.Router;
import bangban.runtime.session.Session;
import bangban.runtime.session.Sessions;
import bangban.runtime.turn.TurnEvent.TurnStatus;
import bangban.runtime.verify.Verifier;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes messages, runs their turns on virtual threads and shows them as views of their logs. */
public final class TurnEngine implements AutoCloseable {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Logger LOG = LoggerFactory.getLogger(TurnEngine.class);
    private static final Duration DEADLINE = Duration.ofMinutes(2);
    private static final int MOST_AT_ONCE = 256;
    private static final int REMEMBERED = 6;

    private final Turns turns;
    private final TurnLog log;
    private final Sessions sessions;
    private final AuditLog audit;
    private final AgentCatalog catalog;
    private final Orchestration orchestration;
    private final Clock clock;
    private final Verifier verifier = new Verifier();
    private final ConcurrentHashMap<TurnId, RunningTurn> running = new ConcurrentHashMap<>();
    /** A repetition waits until the turn it repeats has begun. One for some sessions each. */
    private final Lock[] starting =
            Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);

    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("turn-deadlines").factory());

    public TurnEngine(
            JdbcClient jdbc,
            TurnLog log,
            Sessions sessions,
            AuditLog audit,
            Router router,
            AgentCatalog catalog,
            AgentRegistry registry,
            Clock clock) {
        this.turns = new Turns(jdbc, clock);
        this.log = log;
        this.sessions = sessions;
        this.audit = audit;
        this.catalog = catalog;
        this.orchestration = new Orchestration(router, catalog, registry);
        this.clock = clock;
        closeWhatACrashLeftOpen();
    }

    private void closeWhatACrashLeftOpen() {
        for (Turns.Entry turn : turns.open()) {
            List<LoggedEvent> events = log.read(turn.id(), 0);
            if (events.isEmpty()) {
                log.append(
                        turn.id(),
                        started(
                                turn.sessionId(),
                                turn.request(),
                                Language.of(turn.request().text())));
            }
            if (events.isEmpty() || !(events.getLast().event() instanceof TurnEvent.Terminal)) {
                log.append(turn.id(), new TurnEvent.TurnFailed(ErrorCode.TURN_INTERRUPTED));
            }
            turns.close(turn.id());
        }
    }

    private static TurnEvent.TurnStarted started(String session, TurnRequest request, Language language) {
        return new TurnEvent.TurnStarted(
                session,
                request.text(),
                language,
                request.asOf(),
                TurnEvent.Mode.GROUNDED,
                request.agent(),
                request.attachments());
    }

    /** Of the message; where nothing was said, of whoever said it. */
    private static Language language(TurnRequest request, Principal asker) {
        if (!request.text().isBlank()) {
            return Language.of(request.text());
        }
        return asker.locale().startsWith("en") ? Language.ENGLISH : Language.CHINESE;
    }

    /**
     * Accepts a message and begins to answer it.
     *
     * @throws PlatformException EMPTY_QUESTION, QUESTION_TOO_LONG, UNKNOWN_AGENT, KEY_REUSED, TOO_BUSY; NOT_FOUND for a session that is
     *     not the asker's
     */
    public TurnId start(String sessionId, TurnRequest request, Principal asker) {
        Session session = sessions.of(sessionId, asker);
        String text = request.attachments().isEmpty()
                ? QuestionText.clean(request.text())
                : QuestionText.cleanOrEmpty(request.text());
        String agent = request.agent();
        if (agent != null && catalog.find(agent).isEmpty()) {
            throw new PlatformException(ErrorCode.UNKNOWN_AGENT, "agent " + agent, agent);
        }
        if (running.size() >= MOST_AT_ONCE) {
            throw new PlatformException(ErrorCode.TOO_BUSY, running.size() + " turns are running");
        }
        TurnRequest clean =
                new TurnRequest(text, agent, request.asOf(), request.idempotencyKey(), request.attachments());
        Lock lock = starting[Math.floorMod(sessionId.hashCode(), starting.length)];
        lock.lock();
        try {
            Turns.Added added = turns.add(session, clean);
            // one that could not be begun, on a full disk say, is begun by its repetition
            if (added.isNew() || log.read(added.id(), 0).isEmpty()) {
                begin(added.id(), session, clean, asker);
            }
            return added.id();
        } finally {
            lock.unlock();
        }
    }

    private void begin(TurnId id, Session session, TurnRequest request, Principal asker) {
        log.append(id, started(session.id(), request, language(request, asker)));
        try {
            sessions.asked(session.id(), headline(request));
            audit.record(asker.user(), "ask", id.value(), "session " + session.id());
        } catch (RuntimeException e) {
            log.append(id, new TurnEvent.TurnFailed(ErrorCode.NOT_STORED));
            throw e;
        }
        RunningTurn turn = new RunningTurn(self -> run(self, id, session, request, asker));
        running.put(id, turn);
        turn.start();
        deadlines.schedule(() -> turn.end(RunningTurn.Cause.TIMED_OUT), DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What names the session: the files where nothing was said. */
    private static String headline(TurnRequest request) {
        return request.text().isBlank()
                ? request.attachments().stream().map(Attachment::name).collect(Collectors.joining("、"))
                : request.text();
    }

    private void run(RunningTurn turn, TurnId id, Session session, TurnRequest request, Principal asker) {
        TurnRun run = new TurnRun(id, verifier, event -> append(turn, id, event));
        try {
            TurnEvent.Terminal end = outcome(turn, run, id, session, request, asker);
            // what is left of an interrupt must not reach the log
            Thread.interrupted();
            log.append(id, end);
            turns.close(id);
        } catch (RuntimeException e) {
            LOG.error("turn {} is not closed; the next start closes it", id, e);
        } finally {
            running.remove(id);
        }
    }

    private TurnEvent.Terminal outcome(
            RunningTurn turn, TurnRun run, TurnId id, Session session, TurnRequest request, Principal asker) {
        try {
            List<Question.Exchange> history = history(session, id);
            Question question = new Question(
                    request.text(),
                    language(request, asker),
                    asker,
                    LocalDate.now(clock.withZone(ZONE)),
                    request.asOf(),
                    history,
                    session.id(),
                    request.attachments());
            orchestration.answer(
                    question, request.agent(), turns.hasAttachments(session), run, event -> append(turn, id, event));
            return run.finished(TurnStatus.FINISHED);
        } catch (Throwable e) {
            // the edge of a turn: whatever an agent throws, errors too, ends here as an event that its reader sees
            return switch (turn.cause()) {
                case NONE -> {
                    LOG.error("turn {} failed", id, e);
                    yield new TurnEvent.TurnFailed(turn.isUnstorable() ? ErrorCode.NOT_STORED : ErrorCode.INTERNAL);
                }
                case STOPPED -> run.finished(TurnStatus.STOPPED);
                case TIMED_OUT -> new TurnEvent.TurnFailed(ErrorCode.TURN_TIMED_OUT);
                case SHUT_DOWN -> new TurnEvent.TurnFailed(ErrorCode.TURN_INTERRUPTED);
            };
        }
    }

    /** The only way of a running turn into its log; a turn that was told to end says nothing more. */
    private void append(RunningTurn turn, TurnId id, TurnEvent event) {
        turn.check();
        try {
            log.append(id, event);
        } catch (RuntimeException e) {
            turn.unstorable();
            throw e;
        }
    }

    private List<Question.Exchange> history(Session session, TurnId current) {
        return turns.before(session.id(), current, REMEMBERED).stream()
                .map(entry -> log.read(entry.id(), 0))
                .filter(events -> !events.isEmpty())
                .map(TurnView::of)
                .filter(turn -> (turn.status() == TurnStatus.FINISHED || turn.status() == TurnStatus.WAITING)
                        && !turn.parts().isEmpty())
                .map(turn -> new Question.Exchange(
                        turn.question(), turn.parts().getLast().agent(), turn.text()))
                .toList();
    }

    /** Stops the turn; what was said so far stays. Stopping an ended turn changes nothing. */
    public void stop(TurnId id, Principal owner) {
        require(id, owner);
        stop(id);
    }

    /**
     * Stops whatever runs in the session.
     *
     * @throws PlatformException NOT_FOUND where it is not there or another's
     */
    public void stopAll(String sessionId, Principal owner) {
        turns.open(sessions.of(sessionId, owner)).forEach(this::stop);
    }

    private void stop(TurnId id) {
        RunningTurn turn = running.get(id);
        if (turn != null) {
            turn.end(RunningTurn.Cause.STOPPED);
        }
    }

    /** @throws PlatformException NOT_FOUND where it is not there or another's */
    public TurnView view(TurnId id, Principal owner) {
        require(id, owner);
        return TurnView.of(log.read(id, 0));
    }

    /** The session's turns, the earliest first, after the one given. */
    public List<TurnView> list(String sessionId, @Nullable TurnId after, int limit, Principal owner) {
        Session session = sessions.of(sessionId, owner);
        return turns.list(session, after == null ? null : require(after, owner), limit).stream()
                .map(entry -> log.read(entry.id(), 0))
                .filter(events -> !events.isEmpty())
                .map(TurnView::of)
                .toList();
    }

    private Turns.Entry require(TurnId id, Principal owner) {
        return turns.find(id, owner).orElseThrow(() -> new PlatformException(ErrorCode.NOT_FOUND, "turn " + id));
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        List<RunningTurn> open = List.copyOf(running.values());
        open.forEach(turn -> turn.end(RunningTurn.Cause.SHUT_DOWN));
        open.forEach(RunningTurn::await);
    }
}
