package bangban.runtime.model;

import java.time.Duration;

/**
 * How long an endpoint is waited for, how often it is tried and how much it may say.
 *
 * @param connect until a connection stands
 * @param firstToken until the first token, reasoning included, over all attempts
 * @param overall until the last token, over all attempts
 * @param attempts in total, 1 for no retry
 * @param pause before the second attempt; twice as long before the third
 * @param characters of one answer; it is cut there
 * @param bytes of one response
 */
public record ModelLimits(
        Duration connect,
        Duration firstToken,
        Duration overall,
        int attempts,
        Duration pause,
        int characters,
        int bytes) {

    public static final ModelLimits DEFAULTS = new ModelLimits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(60),
            3,
            Duration.ofMillis(250),
            20_000,
            4 << 20);

    public ModelLimits {
        positive("connect", connect);
        positive("firstToken", firstToken);
        positive("overall", overall);
        positive("pause", pause);
        if (firstToken.compareTo(overall) > 0) {
            throw new IllegalArgumentException(
                    "firstToken is " + firstToken + ", allowed is up to overall, " + overall);
        }
        if (attempts < 1 || attempts > 3) {
            throw new IllegalArgumentException("attempts is " + attempts + ", allowed are 1 – 3");
        }
        if (characters < 1 || bytes < 1) {
            throw new IllegalArgumentException(
                    "an answer of " + characters + " characters and " + bytes + " bytes is none");
        }
    }

    private static void positive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(name + " is " + value + ", allowed is more than 0");
        }
    }

    /** The same with other waiting times. */
    public ModelLimits waiting(Duration first, Duration whole) {
        return new ModelLimits(connect, first, whole, attempts, pause, characters, bytes);
    }
}
