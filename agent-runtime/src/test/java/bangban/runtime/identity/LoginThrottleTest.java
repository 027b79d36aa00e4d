package bangban.runtime.identity;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.runtime.store.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoginThrottleTest {

    private final TestClock clock = new TestClock();
    private final LoginThrottle throttle = new LoginThrottle(clock);

    @Test
    void fourMistakesCostNothing() {
        fail("staff", 4);

        assertThat(throttle.waitFor("staff")).isZero();
    }

    @Test
    void fromTheFifthMistakeOnEachWaitIsTwiceTheLast() {
        fail("staff", 5);
        Duration first = throttle.waitFor("staff");
        fail("staff", 1);
        Duration second = throttle.waitFor("staff");

        assertThat(first).isBetween(Duration.ofMillis(900), Duration.ofSeconds(1));
        assertThat(second).isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(2));
    }

    @Test
    void theWaitNeverExceedsFiveMinutes() {
        fail("staff", 500);

        assertThat(throttle.waitFor("staff")).isBetween(Duration.ofSeconds(299), Duration.ofMinutes(5));
    }

    @Test
    void theWaitEnds() {
        fail("staff", 8);
        clock.forward(throttle.waitFor("staff"));

        assertThat(throttle.waitFor("staff")).isZero();
    }

    @Test
    void successForgetsTheMistakes() {
        fail("staff", 9);
        throttle.succeeded("staff");
        fail("staff", 1);

        assertThat(throttle.waitFor("staff")).isZero();
    }

    @Test
    void oneNamesMistakesAreNotAnothers() {
        fail("staff", 9);

        assertThat(throttle.waitFor("buyer")).isZero();
    }

    @Test
    void aFloodOfOtherNamesDoesNotDisarmIt() {
        for (int i = 0; i < 30_000; i++) {
            throttle.failed("name" + i);
        }
        fail("staff", 9);

        assertThat(throttle.waitFor("staff")).isPositive();
    }

    private void fail(String name, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(name);
        }
    }
}
