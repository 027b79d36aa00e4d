package bangban.runtime.turn;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.language.sentence.Language;
import bangban.runtime.agent.Attachment;
import bangban.runtime.agent.Clarification;
import bangban.runtime.agent.Effect;
import bangban.runtime.agent.Notice;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.turn.TurnEvent.Mode;
import bangban.runtime.turn.TurnEvent.PartStatus;
import bangban.runtime.turn.TurnEvent.PlannedPart;
import bangban.runtime.turn.TurnEvent.TurnStatus;
import bangban.runtime.verify.Evidence;
import bangban.runtime.verify.Sources;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every turn log promises. */
abstract class TurnLogContract {

    abstract TurnLog log();

    /** A turn that the log may be written for. */
    abstract TurnId newTurn();

    @Test
    void anUnwrittenTurnHasNoEvents() {
        assertThat(log().read(newTurn(), 0)).isEmpty();
    }

    @Test
    void sequencesStartAtOneAndHaveNoGaps() {
        TurnId turn = written(20);

        assertThat(log().read(turn, 0))
                .extracting(LoggedEvent::sequence)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 20).boxed().toList());
    }

    @Test
    void whatAppendReturnsIsWhatIsRead() {
        TurnId turn = newTurn();

        LoggedEvent appended = log().append(turn, text("一"));

        assertThat(appended.turn()).isEqualTo(turn);
        assertThat(appended.event()).isEqualTo(text("一"));
        assertThat(log().read(turn, 0)).singleElement().satisfies(read -> {
            assertThat(read.sequence()).isEqualTo(appended.sequence());
            assertThat(read.event()).isEqualTo(appended.event());
        });
    }

    @Test
    void aReaderResumesAnywhere() {
        TurnId turn = written(9);
        List<LoggedEvent> all = log().read(turn, 0);

        for (int after = 0; after <= 9; after++) {
            assertThat(log().read(turn, after)).isEqualTo(all.subList(after, 9));
        }
        assertThat(log().read(turn, 99)).isEmpty();
    }

    @Test
    void turnsDoNotSeeEachOther() {
        TurnId first = written(3);
        TurnId second = written(2);

        assertThat(log().read(first, 0)).hasSize(3);
        assertThat(log().read(second, 0)).hasSize(2);
    }

    @Test
    void timesNeverGoBack() {
        assertThat(log().read(written(10), 0)).extracting(LoggedEvent::at).isSorted();
    }

    @Test
    void aWatchIsCalledForEachAppendUntilItIsClosed() {
        TurnId turn = newTurn();
        List<Integer> seen = new ArrayList<>();
        TurnLog.Watch watch =
                log().watch(turn, () -> seen.add(log().read(turn, 0).size()));

        log().append(turn, text("一"));
        log().append(turn, text("二"));
        watch.close();
        log().append(turn, text("三"));

        assertThat(seen).as("an event is in the log before its watch is called").containsExactly(1, 2);
    }

    @Test
    void aWatchHearsNothingOfOtherTurns() {
        TurnId watched = newTurn();
        AtomicInteger calls = new AtomicInteger();

        try (TurnLog.Watch ignored = log().watch(watched, calls::incrementAndGet)) {
            log().append(newTurn(), text("一"));
        }

        assertThat(calls).hasValue(0);
    }

    @Test
    void severalWatchesAreClosedOneByOne() {
        TurnId turn = newTurn();
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        TurnLog.Watch one = log().watch(turn, first::incrementAndGet);
        TurnLog.Watch two = log().watch(turn, second::incrementAndGet);

        one.close();
        one.close();
        log().append(turn, text("一"));
        two.close();

        assertThat(first).hasValue(0);
        assertThat(second).hasValue(1);
    }

    @Test
    void manyTurnsAreWrittenAtOnce() {
        List<TurnId> turns = Stream.generate(this::newTurn).limit(16).toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            turns.forEach(turn ->
                    threads.execute(() -> IntStream.range(0, 25).forEach(n -> log().append(turn, text("第" + n)))));
        }

        assertThat(turns)
                .allSatisfy(turn -> assertThat(log().read(turn, 0))
                        .extracting(LoggedEvent::event)
                        .containsExactlyElementsOf(IntStream.range(0, 25)
                                .mapToObj(n -> text("第" + n))
                                .toList()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyKindOfEventSurvivesTheRoundTrip(TurnEvent event) {
        TurnId turn = newTurn();

        log().append(turn, event);

        assertThat(log().read(turn, 0)).extracting(LoggedEvent::event).containsExactly(event);
    }

    @Test
    void noKindOfEventIsLeftOutHere() {
        assertThat(events().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        cases(TurnEvent.class).<Class<?>>map(each -> each).toList());
    }

    private static Stream<Class<?>> cases(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(TurnLogContract::cases)
                : Stream.of(type);
    }

    static Stream<TurnEvent> events() {
        Evidence bare = new Evidence("d", "f.txt", "标题", null, null, "第一条", 0, 2, "原文", "上下文", null, null, "text");
        return Stream.of(
                new TurnEvent.TurnStarted(
                        "s", "问题 \"引号\"\n第二行 😀", Language.CHINESE, null, Mode.GROUNDED, null, List.of()),
                new TurnEvent.TurnStarted(
                        "s",
                        "q",
                        Language.ENGLISH,
                        LocalDate.of(2020, 2, 29),
                        Mode.MODEL,
                        "policy",
                        List.of(new Attachment("f", "合同.pdf", List.of("d")))),
                new TurnEvent.RouteDecided(
                        List.of(
                                new PlannedPart("data", "查产量", List.of()),
                                new PlannedPart("policy", "按规程", List.of(0))),
                        0.75),
                new TurnEvent.PartStarted(0, "policy"),
                new TurnEvent.ToolStarted(0, 1, "knowledge.search", Effect.READ),
                new TurnEvent.ToolFinished(0, 1, "knowledge.search", false, 42),
                new TurnEvent.PassagesFound(0, 12, 24),
                new TurnEvent.Cited(1, Sources.LODGING),
                new TurnEvent.Cited(2, bare),
                new TurnEvent.TextDelta(0, "\n- **五百元**[1]\u2028"),
                new TurnEvent.ClarificationAsked(new Clarification(
                        "交给谁？",
                        List.of(
                                new Clarification.Choice("制度", "年假", "policy"),
                                new Clarification.Choice("x", "y", null)))),
                new TurnEvent.Notice(new Notice(Notice.Level.WARNING, "old-version", "旧版")),
                new TurnEvent.Suggested(List.of("那出国呢？")),
                new TurnEvent.PartFinished(0, PartStatus.FAILED),
                new TurnEvent.ModelUsed(0),
                new TurnEvent.TurnFinished(TurnStatus.STOPPED, true, 3, 1, 2),
                new TurnEvent.TurnFailed(ErrorCode.TURN_TIMED_OUT));
    }

    private TurnId written(int events) {
        TurnId turn = newTurn();
        for (int i = 0; i < events; i++) {
            log().append(turn, text("第" + i));
        }
        return turn;
    }

    private static TurnEvent text(String text) {
        return new TurnEvent.TextDelta(0, text);
    }
}
