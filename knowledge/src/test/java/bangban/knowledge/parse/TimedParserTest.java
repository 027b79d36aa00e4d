package bangban.knowledge.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import bangban.knowledge.parse.ParseException.Reason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TimedParserTest {

    private static final SourceFile FILE = new SourceFile("a.txt", new byte[] {1});
    private static final Outline OUTLINE = new Outline(null, "文", List.of(), null);

    private record Fake(Callable<Outline> work) implements DocumentParser {

        @Override
        public boolean reads(SourceFile file) {
            return true;
        }

        @Override
        public Outline parse(SourceFile file) throws ParseException {
            try {
                return work.call();
            } catch (ParseException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Outline parse(Callable<Outline> work) throws ParseException {
        return new TimedParser(new Fake(work), Duration.ofMinutes(1)).parse(FILE);
    }

    private static void failsWith(Reason reason, Callable<Outline> work) {
        assertThatExceptionOfType(ParseException.class)
                .isThrownBy(() -> parse(work))
                .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(reason));
    }

    @Test
    void givesWhatTheParserGives() throws ParseException {
        assertThat(parse(() -> OUTLINE)).isSameAs(OUTLINE);
        failsWith(Reason.ENCRYPTED, () -> {
            throw new ParseException(Reason.ENCRYPTED, "locked");
        });
        assertThatIllegalStateException()
                .isThrownBy(() -> parse(() -> {
                    throw new IllegalStateException("wrong");
                }))
                .withMessage("wrong");
    }

    @Test
    void aFileThatTakesTooLongIsInterruptedAndLeft() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        TimedParser hurried = new TimedParser(
                new Fake(() -> {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        interrupted.countDown();
                    }
                    return OUTLINE;
                }),
                Duration.ofMillis(250));
        assertThatExceptionOfType(ParseException.class)
                .isThrownBy(() -> hurried.parse(FILE))
                .satisfies(thrown -> assertThat(thrown.reason()).isEqualTo(Reason.TIMEOUT));
        interrupted.await();
    }

    @Test
    void passesOnWhatIsToldOfPages() throws ParseException {
        DocumentParser telling = new DocumentParser() {
            @Override
            public boolean reads(SourceFile file) {
                return true;
            }

            @Override
            public Outline parse(SourceFile file) {
                throw new AssertionError("without progress");
            }

            @Override
            public Outline parse(SourceFile file, PageProgress progress) {
                progress.page(1, 2, false);
                progress.page(2, 2, true);
                return OUTLINE;
            }
        };
        List<String> told = new CopyOnWriteArrayList<>();
        Outline outline = new TimedParser(telling, Duration.ofMinutes(1))
                .parse(FILE, (done, total, recognised) -> told.add(done + "/" + total + " " + recognised));
        assertThat(outline).isSameAs(OUTLINE);
        assertThat(told).containsExactly("1/2 false", "2/2 true");
    }

    @Test
    void exhaustedMemoryAndStackAreTheFilesFault() {
        failsWith(Reason.TOO_LARGE, () -> {
            throw new OutOfMemoryError("heap");
        });
        failsWith(Reason.CORRUPT, () -> deeper(0));
    }

    @SuppressWarnings("InfiniteRecursion")
    private static Outline deeper(int depth) {
        Outline below = deeper(depth + 1);
        return depth > 0 ? below : OUTLINE;
    }

    @Test
    void aParserThatWasInterruptedEndsAtItsNextLimit() {
        Limits limits = Limits.within(600L << 20);
        failsWith(Reason.TIMEOUT, () -> {
            Thread.currentThread().interrupt();
            limits.checkCharacters(1);
            return OUTLINE;
        });
    }
}
