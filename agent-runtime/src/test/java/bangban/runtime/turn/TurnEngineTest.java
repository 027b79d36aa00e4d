package bangban.runtime.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.language.sentence.Language;
import bangban.runtime.agent.Attachment;
import bangban.runtime.agent.Clarification;
import bangban.runtime.agent.Effect;
import bangban.runtime.agent.Notice;
import bangban.runtime.agent.Question;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.runtime.identity.People;
import bangban.runtime.turn.TurnEvent.PartStatus;
import bangban.runtime.turn.TurnEvent.TurnStatus;
import bangban.runtime.verify.Sources;
import bangban.runtime.verify.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnEngineTest {

    private static final String SAID = "住宿费每人每天不超过500元。";

    private final TestPlatform platform = new TestPlatform();
    private final String session = platform.session(People.STAFF);

    @AfterEach
    void close() {
        platform.close();
    }

    @Test
    void anAnswerIsTextWithItsCitations() {
        platform.policy.will(turn -> {
            turn.call("knowledge.search", Effect.READ, () -> "found");
            turn.searched(3, 24);
            turn.say(Statement.fact(SAID, Sources.LODGING));
            turn.suggest(List.of("a", "b", "c", "d"));
        });

        TurnView turn = platform.ask(session, "出差住宿标准", People.STAFF);

        assertThat(turn.status()).isEqualTo(TurnStatus.FINISHED);
        assertThat(turn.text()).isEqualTo(SAID + "[1]");
        assertThat(turn.refused()).isFalse();
        assertThat(turn.citations()).containsExactly(new TurnView.Citation(1, Sources.LODGING));
        assertThat(turn.tools()).containsExactly(new TurnView.ToolCall("knowledge.search", Effect.READ, true));
        assertThat(turn.searched()).isEqualTo(new TurnView.Searched(3, 24));
        assertThat(turn.parts()).singleElement().satisfies(part -> {
            assertThat(part.agent()).isEqualTo("policy");
            assertThat(part.status()).isEqualTo(PartStatus.FINISHED);
        });
        assertThat(turn.suggestions()).containsExactly("a", "b", "c");
        assertThat(turn.supported()).isEqualTo(1);
        assertThat(turn.agent()).as("who was asked").isEqualTo("policy");
    }

    @Test
    void aCitationComesBeforeTheTextThatCarriesItsMark() {
        platform.policy.will(turn -> turn.say(Statement.fact(SAID, Sources.LODGING)));
        TurnId turn = platform.ask(session, "出差住宿标准", People.STAFF).id();

        List<TurnEvent> events =
                platform.log.read(turn, 0).stream().map(LoggedEvent::event).toList();

        assertThat(events.getFirst()).isInstanceOf(TurnEvent.TurnStarted.class);
        assertThat(events.getLast()).isInstanceOf(TurnEvent.Terminal.class);
        assertThat(events).filteredOn(TurnEvent.Terminal.class::isInstance).hasSize(1);
        assertThat(events.indexOf(new TurnEvent.Cited(1, Sources.LODGING)))
                .isLessThan(events.indexOf(new TurnEvent.TextDelta(0, SAID + "[1]")));
    }

    @Test
    void eachSourceIsNumberedOnceHoweverOftenItIsCited() {
        platform.policy.will(turn -> {
            turn.say(Statement.fact(SAID, Sources.LODGING));
            turn.say(Statement.fact("年休假10个工作日。", Sources.LEAVE));
            turn.say(Statement.fact("超过标准的部分由个人承担。\n", Sources.LODGING));
            turn.say(Statement.mention("最接近的是《职工带薪年休假办法》。", Sources.LEAVE));
        });

        TurnView turn = platform.ask(session, "都是什么标准", People.STAFF);

        assertThat(turn.text()).isEqualTo(SAID + "[1]年休假10个工作日。[2]超过标准的部分由个人承担。[1]\n最接近的是《职工带薪年休假办法》。");
        assertThat(turn.citations()).extracting(TurnView.Citation::n).containsExactly(1, 2);
    }

    @Test
    void whatNothingSupportsIsStruckAndCounted() {
        List<Boolean> said = new ArrayList<>();
        platform.policy.will(turn -> {
            said.add(turn.say(Statement.fact("住宿费每人每天不超过600元。", Sources.LODGING)));
            said.add(turn.say(Statement.frame("共有3条：")));
            said.add(turn.say(Statement.fact(SAID, Sources.LODGING)));
        });

        TurnView turn = platform.ask(session, "出差住宿标准", People.STAFF);

        assertThat(said).containsExactly(false, false, true);
        assertThat(turn.text()).isEqualTo(SAID + "[1]");
        assertThat(turn.struck()).isEqualTo(2);
        assertThat(turn.supported()).isEqualTo(1);
        assertThat(turn.citations()).hasSize(1);
    }

    @Test
    void textOfAModelIsLabelledCountedApartAndMakesTheModeTrue() {
        platform.policy.will(turn -> {
            turn.say(Statement.fact(SAID, Sources.LODGING));
            turn.say(Statement.unsourced("炖1小时[1]。"));
            turn.say(Statement.unsourced("见![图](https://e.example)。"));
        });

        TurnView turn = platform.ask(session, "出差住宿标准", People.STAFF);

        assertThat(turn.mode()).isEqualTo(TurnEvent.Mode.MODEL);
        assertThat(turn.text())
                .isEqualTo(SAID + "[1]\n\n" + Statement.Unsourced.label(Language.CHINESE) + "\n\n炖1小时。见图。");
        assertThat(turn.citations()).hasSize(1);
        assertThat(turn.supported()).isEqualTo(1);
        assertThat(turn.struck()).isZero();
        assertThat(turn.unsourced()).isEqualTo(2);
        assertThat(turn.refused()).isFalse();
    }

    @Test
    void theModelIsToldOfBeforeItsText() {
        platform.policy.will(turn -> turn.say(Statement.unsourced("炖一小时。")));
        TurnId turn = platform.ask(session, "出差住宿标准", People.STAFF).id();

        List<TurnEvent> events =
                platform.log.read(turn, 0).stream().map(LoggedEvent::event).toList();

        assertThat(events).filteredOn(TurnEvent.TextDelta.class::isInstance).hasSize(2);
        assertThat(events.get(events.indexOf(new TurnEvent.ModelUsed(0)) + 1)).isInstanceOf(TurnEvent.TextDelta.class);
    }

    @Test
    void aTurnWithoutAModelIsGrounded() {
        platform.policy.will(turn -> turn.say(Statement.fact(SAID, Sources.LODGING)));

        assertThat(platform.ask(session, "出差住宿标准", People.STAFF).mode()).isEqualTo(TurnEvent.Mode.GROUNDED);
    }

    @Test
    void aRefusalIsMarkedAsOne() {
        platform.policy.will(turn -> turn.refuse(Statement.frame("没有找到规定，所以不作答。")));

        TurnView turn = platform.ask(session, "月球出差补助", People.STAFF);

        assertThat(turn.refused()).isTrue();
        assertThat(turn.text()).isEqualTo("没有找到规定，所以不作答。");
    }

    @Test
    void aRefusalStaysOneThoughSomethingElseWasStruck() {
        platform.policy.will(turn -> {
            turn.say(Statement.fact("住宿费每人每天不超过600元。", Sources.LODGING));
            turn.refuse(Statement.frame("没有找到规定，所以不作答。"));
        });

        assertThat(platform.ask(session, "月球出差补助", People.STAFF).refused()).isTrue();
    }

    @Test
    void theAgentGetsTheCleanQuestionTheAskerAndTheDayInShanghai() {
        platform.clock.forward(java.time.Duration.ofHours(13));
        platform.ask(session, "  年假\u0000有几天？ ", People.STAFF);

        Question question = platform.policy.asked.getFirst();
        assertThat(question.text()).isEqualTo("年假有几天？");
        assertThat(question.asker()).isEqualTo(People.STAFF);
        assertThat(question.today()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(question.history()).isEmpty();
    }

    @Test
    void aFollowUpIsGivenWhatWasSaidBefore() {
        platform.policy.will(turn -> turn.say(Statement.frame("好的。")));
        platform.ask(session, "出差住宿标准", People.STAFF);
        platform.ask(session, "年假有几天", People.STAFF);
        platform.ask(platform.session(People.STAFF), "别的对话", People.STAFF);

        platform.ask(session, "那婚假呢", People.STAFF);

        assertThat(platform.policy.asked.getLast().history())
                .containsExactly(
                        new Question.Exchange("出差住宿标准", "policy", "好的。"),
                        new Question.Exchange("年假有几天", "policy", "好的。"));
    }

    @Test
    void aFollowUpThatNamesNobodyGoesToTheAgentBefore() {
        platform.ask(session, "出差住宿标准", People.STAFF);

        TurnId turn = platform.engine.start(session, new TurnRequest("那出国呢？"), People.STAFF);
        platform.awaitEnd(turn);

        assertThat(platform.policy.asked.getLast().text()).isEqualTo("那出国呢？");
    }

    @Test
    void aTurnThatFailedIsNoHistory() {
        platform.policy.will(turn -> {
            throw new IllegalStateException("broken");
        });
        platform.ask(session, "出差住宿标准", People.STAFF);
        platform.policy.will(turn -> turn.say(Statement.frame("好的。")));

        platform.ask(session, "年假有几天", People.STAFF);

        assertThat(platform.policy.asked.getLast().history()).isEmpty();
    }

    @Test
    void anAgentThatThrowsEndsTheTurnWithoutTellingWhy() {
        platform.policy.will(turn -> {
            turn.say(Statement.fact(SAID, Sources.LODGING));
            throw new IllegalStateException("jdbc:h2:secret-password");
        });

        TurnView turn = platform.ask(session, "出差住宿标准", People.STAFF);

        assertThat(turn.status()).isEqualTo(TurnStatus.FAILED);
        assertThat(turn.error()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(turn.text()).isEqualTo(SAID + "[1]");
        assertThat(turn.parts()).extracting(TurnView.Part::status).containsExactly(PartStatus.FAILED);
        assertThat(stored(turn.id())).doesNotContain("secret-password").doesNotContain("IllegalState");
    }

    @Test
    void anErrorOfTheMachineEndsTheTurnToo() {
        platform.policy.will(turn -> {
            throw new StackOverflowError("a pattern went too deep");
        });

        assertThat(platform.ask(session, "出差住宿标准", People.STAFF).error()).isEqualTo(ErrorCode.INTERNAL);
    }

    @Test
    void aToolThatThrowsIsLoggedAsFailed() {
        platform.policy.will(turn -> turn.call("knowledge.search", Effect.READ, () -> {
            throw new IllegalStateException("index closed");
        }));

        assertThat(platform.ask(session, "出差住宿标准", People.STAFF).tools())
                .containsExactly(new TurnView.ToolCall("knowledge.search", Effect.READ, false));
    }

    @Test
    void stoppingKeepsWhatWasSaidAndEndsTheTurn() {
        CountDownLatch said = new CountDownLatch(1);
        platform.policy.will(turn -> {
            turn.say(Statement.fact(SAID, Sources.LODGING));
            said.countDown();
            TestPlatform.await(new CountDownLatch(1));
        });
        TurnId id = start("出差住宿标准");
        TestPlatform.await(said);

        platform.engine.stop(id, People.STAFF);

        TurnView turn = platform.view(id, People.STAFF);
        assertThat(turn.status()).isEqualTo(TurnStatus.STOPPED);
        assertThat(turn.text()).isEqualTo(SAID + "[1]");
        assertThat(turn.supported()).isEqualTo(1);
        assertThat(turn.parts()).extracting(TurnView.Part::status).containsExactly(PartStatus.STOPPED);
    }

    @Test
    void aStoppedTurnSaysNothingMoreEvenWhereItsAgentSwallowsTheInterrupt() {
        CountDownLatch said = new CountDownLatch(1);
        platform.policy.will(turn -> {
            said.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                turn.say(Statement.fact(SAID, Sources.LODGING));
            }
        });
        TurnId id = start("出差住宿标准");
        TestPlatform.await(said);

        platform.engine.stop(id, People.STAFF);

        TurnView turn = platform.view(id, People.STAFF);
        assertThat(turn.status()).isEqualTo(TurnStatus.STOPPED);
        assertThat(turn.text()).isEmpty();
    }

    @Test
    void aTurnThatIsStoppedAtOnceStillEnds() {
        for (int i = 0; i < 100; i++) {
            TurnId id = start("出差住宿标准");
            platform.engine.stop(id, People.STAFF);

            assertThat(platform.view(id, People.STAFF).status()).isIn(TurnStatus.STOPPED, TurnStatus.FINISHED);
        }
    }

    @Test
    void stoppingAnEndedTurnChangesNothing() {
        TurnView turn = platform.ask(session, "出差住宿标准", People.STAFF);

        platform.engine.stop(turn.id(), People.STAFF);

        assertThat(platform.engine.view(turn.id(), People.STAFF)).isEqualTo(turn);
    }

    @Test
    void everythingThatRunsInASessionCanBeStoppedAndNothingElse() {
        CountDownLatch begun = new CountDownLatch(3);
        platform.policy.will(turn -> {
            begun.countDown();
            TestPlatform.await(new CountDownLatch(1));
        });
        TurnId first = start("出差住宿标准");
        TurnId second = start("招待费标准");
        String another = platform.session(People.STAFF);
        TurnId elsewhere = platform.engine.start(another, new TurnRequest("印章怎么借", "policy", null, null), People.STAFF);
        TestPlatform.await(begun);

        assertThatThrownBy(() -> platform.engine.stopAll(session, People.BUYER)).isInstanceOf(PlatformException.class);
        platform.engine.stopAll(session, People.STAFF);

        assertThat(platform.view(first, People.STAFF).status()).isEqualTo(TurnStatus.STOPPED);
        assertThat(platform.view(second, People.STAFF).status()).isEqualTo(TurnStatus.STOPPED);
        assertThat(platform.engine.view(elsewhere, People.STAFF).status()).isEqualTo(TurnStatus.RUNNING);
    }

    @Test
    void closingTheEngineEndsWhatRuns() {
        CountDownLatch begun = new CountDownLatch(1);
        platform.policy.will(turn -> {
            begun.countDown();
            TestPlatform.await(new CountDownLatch(1));
        });
        TurnId id = start("出差住宿标准");
        TestPlatform.await(begun);

        platform.engine.close();

        assertThat(platform.view(id, People.STAFF).error()).isEqualTo(ErrorCode.TURN_INTERRUPTED);
    }

    @Test
    void fiftyStartsWithOneKeyAreOneTurn() throws Exception {
        platform.policy.will(turn -> turn.say(Statement.fact(SAID, Sources.LODGING)));
        List<Future<TurnId>> starts = new ArrayList<>();
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<TurnId> start = () -> {
                TestPlatform.await(go);
                TurnId turn = platform.engine.start(session, keyed("出差住宿标准", "k"), People.STAFF);
                // whoever has the id may look at once
                platform.engine.view(turn, People.STAFF);
                return turn;
            };
            for (int i = 0; i < 50; i++) {
                starts.add(threads.submit(start));
            }
            go.countDown();
        }

        Set<TurnId> turns = new HashSet<>();
        for (Future<TurnId> start : starts) {
            turns.add(start.get());
        }
        assertThat(turns).hasSize(1);
        TurnId turn = turns.iterator().next();
        assertThat(platform.view(turn, People.STAFF).text()).isEqualTo(SAID + "[1]");
        assertThat(platform.policy.asked).hasSize(1);
        assertThat(platform.engine.list(session, null, 100, People.STAFF)).hasSize(1);
    }

    @Test
    void aKeyWithOtherContentIsRefused() {
        TurnId first = platform.engine.start(session, keyed("出差住宿标准", "k"), People.STAFF);

        assertCode(ErrorCode.KEY_REUSED, () -> platform.engine.start(session, keyed("年假有几天", "k"), People.STAFF));
        assertThat(platform.engine.start(session, keyed(" 出差住宿标准 ", "k"), People.STAFF))
                .isEqualTo(first);
    }

    @Test
    void oneKeyInTwoSessionsIsTwoTurns() {
        TurnId first = platform.engine.start(session, keyed("出差住宿标准", "k"), People.STAFF);
        TurnId second = platform.engine.start(platform.session(People.STAFF), keyed("年假有几天", "k"), People.STAFF);

        assertThat(second).isNotEqualTo(first);
    }

    @Test
    void anothersSessionAndTurnDoNotExist() {
        TurnId turn = platform.ask(session, "出差住宿标准", People.STAFF).id();

        assertCode(ErrorCode.NOT_FOUND, () -> platform.engine.start(session, new TurnRequest("年假有几天"), People.BUYER));
        assertCode(ErrorCode.NOT_FOUND, () -> platform.engine.view(turn, People.BUYER));
        assertCode(ErrorCode.NOT_FOUND, () -> platform.engine.stop(turn, People.BUYER));
        assertCode(ErrorCode.NOT_FOUND, () -> platform.engine.list(session, null, 10, People.BUYER));
        assertCode(ErrorCode.NOT_FOUND, () -> platform.engine.view(TurnId.random(), People.STAFF));
        assertCode(
                ErrorCode.NOT_FOUND,
                () -> platform.engine.list(platform.session(People.BUYER), turn, 10, People.BUYER));
    }

    @Test
    void anUnknownAgentIsRefusedBeforeAnythingBegins() {
        assertCode(
                ErrorCode.UNKNOWN_AGENT,
                () -> platform.engine.start(session, new TurnRequest("问题", "nobody", null, null), People.STAFF));
        assertThat(platform.engine.list(session, null, 10, People.STAFF)).isEmpty();
    }

    @Test
    void anAgentThatIsNotInstalledIsSaidToBeMissing() {
        TurnId id = platform.engine.start(session, new TurnRequest("比对标书", "bid", null, null), People.STAFF);

        TurnView turn = platform.view(id, People.STAFF);

        assertThat(turn.text()).contains("bid专员");
        assertThat(turn.refused()).isTrue();
        assertThat(turn.parts()).extracting(TurnView.Part::status).containsExactly(PartStatus.FAILED);
    }

    @Test
    void whereAnotherStandsInForAMissingAgentItAnswersAndANoticeSaysSo() {
        platform.policy.will(turn -> turn.say(Statement.frame("按规程处理。")));
        TurnId id = platform.engine.start(session, new TurnRequest("风口漏水", "fault", null, null), People.STAFF);

        TurnView turn = platform.view(id, People.STAFF);

        assertThat(turn.text()).isEqualTo("按规程处理。");
        assertThat(turn.refused()).isFalse();
        assertThat(turn.parts()).extracting(TurnView.Part::agent).containsExactly("fault");
        assertThat(turn.notices()).extracting(Notice::code).containsExactly("agent-not-installed");
        assertThat(turn.notices().getFirst().text()).contains("fault专员").contains("policy专员");
    }

    @Test
    void questionsWithNothingInThemOrTooMuchAreRefused() {
        for (String nothing : List.of("", " \n ", "\u0000\u0001\u200b")) {
            assertCode(
                    ErrorCode.EMPTY_QUESTION,
                    () -> platform.engine.start(session, new TurnRequest(nothing), People.STAFF));
        }
        assertCode(
                ErrorCode.QUESTION_TOO_LONG,
                () -> platform.engine.start(session, new TurnRequest("年".repeat(100_000)), People.STAFF));
        assertThat(platform.engine.list(session, null, 10, People.STAFF)).isEmpty();
    }

    @Test
    void aClarificationIsShownWithItsChoices() {
        Clarification which = new Clarification("哪一类人员？", List.of(new Clarification.Choice("处级", "处级住宿标准", "policy")));
        platform.policy.will(turn -> turn.clarify(which));

        TurnView turn = platform.ask(session, "出差住宿标准", People.STAFF);

        assertThat(turn.status()).isEqualTo(TurnStatus.WAITING);
        assertThat(turn.clarification()).isEqualTo(which);
        assertThat(turn.refused()).isFalse();
    }

    @Test
    void filesThatComeWithAQuestionGoToWhoReadsThemAndAreShown() {
        Attachment file = new Attachment("f1", "合同.pdf", List.of("d1"));

        TurnView turn = askWith("今天天气怎么样", file);

        assertThat(turn.attachments()).containsExactly(file);
        assertThat(platform.policy.asked).singleElement().satisfies(asked -> {
            assertThat(asked.attachments()).containsExactly(file);
            assertThat(asked.session()).isEqualTo(session);
        });
    }

    @Test
    void whatNoAgentIsSureToBeAskedLaterIsAskedOfTheFilesOfTheSession() {
        askWith("出差住宿标准", new Attachment("f1", "合同.pdf", List.of("d1")));
        TurnId later = platform.engine.start(session, new TurnRequest("红烧肉怎么做"), People.STAFF);
        platform.view(later, People.STAFF);
        assertThat(platform.policy.asked)
                .hasSize(2)
                .last()
                .satisfies(asked -> assertThat(asked.attachments()).isEmpty());
        TurnId greeting = platform.engine.start(session, new TurnRequest("你好"), People.STAFF);
        platform.view(greeting, People.STAFF);
        assertThat(platform.general.asked).hasSize(1);
    }

    @Test
    void filesMayComeWithNothingSaidAndThenNameTheSession() {
        TurnView turn = askWith(" ", new Attachment("f1", "合同.pdf", List.of("d1")));

        assertThat(turn.question()).isEmpty();
        assertThat(turn.language()).isEqualTo(bangban.language.sentence.Language.CHINESE);
        assertThat(platform.policy.asked).hasSize(1);
        assertThat(platform.sessions.of(session, People.STAFF).title()).isEqualTo("合同.pdf");
    }

    @Test
    void aKeyWithOtherFilesIsAnotherRequest() {
        TurnRequest with =
                new TurnRequest("问题", "policy", null, "key", List.of(new Attachment("f1", "甲", List.of("d"))));
        TurnId first = platform.engine.start(session, with, People.STAFF);
        assertThat(platform.engine.start(session, with, People.STAFF)).isEqualTo(first);
        assertCode(
                ErrorCode.KEY_REUSED,
                () -> platform.engine.start(session, new TurnRequest("问题", "policy", null, "key"), People.STAFF));
    }

    private TurnView askWith(String text, Attachment file) {
        TurnRequest request = new TurnRequest(text, null, null, null, List.of(file));
        return platform.view(platform.engine.start(session, request, People.STAFF), People.STAFF);
    }

    @Test
    void aTurnThatACrashLeftOpenIsClosedAtTheNextStart() {
        TurnId crashed = turnWithoutEnd();
        platform.log.append(
                crashed,
                new TurnEvent.TurnStarted(
                        session,
                        "出差住宿标准",
                        bangban.language.sentence.Language.CHINESE,
                        null,
                        TurnEvent.Mode.GROUNDED,
                        null,
                        null));
        platform.log.append(crashed, new TurnEvent.TextDelta(0, "说到一半"));

        try (TurnEngine next = platform.engine(platform.policy)) {
            TurnView turn = next.view(crashed, People.STAFF);
            assertThat(turn.status()).isEqualTo(TurnStatus.FAILED);
            assertThat(turn.error()).isEqualTo(ErrorCode.TURN_INTERRUPTED);
            assertThat(turn.text()).isEqualTo("说到一半");
        }
        try (TurnEngine third = platform.engine(platform.policy)) {
            assertThat(platform.log.read(crashed, 0)).hasSize(3);
            assertThat(third.view(crashed, People.STAFF).error()).isEqualTo(ErrorCode.TURN_INTERRUPTED);
        }
    }

    @Test
    void aCrashBeforeTheFirstEventDoesNotSpoilTheSession() {
        TurnId crashed = turnWithoutEnd();

        try (TurnEngine next = platform.engine(platform.policy)) {
            TurnView turn = next.view(crashed, People.STAFF);
            assertThat(turn.error()).isEqualTo(ErrorCode.TURN_INTERRUPTED);
            assertThat(turn.question()).isEqualTo("出差住宿标准");
            assertThat(next.list(session, null, 10, People.STAFF)).hasSize(1);
            TurnId after = next.start(session, new TurnRequest("年假有几天", "policy", null, null), People.STAFF);
            assertThat(platform.view(after, People.STAFF).status()).isEqualTo(TurnStatus.FINISHED);
        }
    }

    @Test
    void aTurnThatEndedInTheLogIsNotEndedAgain() {
        TurnView turn = platform.ask(session, "出差住宿标准", People.STAFF);
        platform.engine.close();
        platform.jdbc.sql("update turn set open = true").update();

        try (TurnEngine next = platform.engine(platform.policy)) {
            assertThat(next.view(turn.id(), People.STAFF)).isEqualTo(turn);
        }
    }

    @Test
    void pagesOfTurnsJoinEvenWhereTimesAreEqual() {
        for (int i = 0; i < 5; i++) {
            platform.ask(session, "问题" + i, People.STAFF);
        }
        platform.jdbc
                .sql("update turn set started_at = timestamp with time zone '2026-01-01 00:00:00+00'")
                .update();

        List<TurnId> seen = new ArrayList<>();
        for (TurnId after = null; seen.size() < 5; after = seen.getLast()) {
            platform.engine.list(session, after, 2, People.STAFF).forEach(turn -> seen.add(turn.id()));
        }

        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void turnsAreListedInTheirOrder() {
        for (int i = 0; i < 4; i++) {
            platform.ask(session, "问题" + i, People.STAFF);
        }

        assertThat(platform.engine.list(session, null, 3, People.STAFF))
                .extracting(TurnView::question)
                .containsExactly("问题0", "问题1", "问题2");
    }

    @Test
    void everyQuestionIsAuditedWithoutItsWords() {
        platform.ask(session, "张三的工资是多少", People.STAFF);

        assertThat(platform.jdbc
                        .sql("select actor || ' ' || action || ' ' || detail from audit_record")
                        .query(String.class)
                        .list())
                .singleElement()
                .satisfies(record -> assertThat(record).startsWith("staff ask").doesNotContain("张三"));
    }

    private TurnId start(String question) {
        return platform.engine.start(session, new TurnRequest(question, "policy", null, null), People.STAFF);
    }

    private static TurnRequest keyed(String question, String key) {
        return new TurnRequest(question, "policy", null, key);
    }

    /** As a crash leaves it: in the table, without an end. */
    private TurnId turnWithoutEnd() {
        return new Turns(platform.jdbc, platform.clock)
                .add(platform.sessions.of(session, People.STAFF), keyed("出差住宿标准", "k"))
                .id();
    }

    private String stored(TurnId turn) {
        return String.join(
                "\n",
                platform.jdbc
                        .sql("select body from turn_event where turn_id = ?")
                        .param(turn.value())
                        .query(String.class)
                        .list());
    }

    private static void assertCode(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlatformException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
