package bangban.knowledge.fetch;

import java.time.Duration;

/**
 * What getting one resource may cost.
 *
 * @param connect for the connection to stand
 * @param read between two pieces of an answer
 * @param total with all redirects
 * @param bytes of the body, unpacked
 * @param ratio most unpacked to packed bytes, beyond the first megabyte
 * @param redirects followed at most
 */
public record FetchLimits(Duration connect, Duration read, Duration total, long bytes, int ratio, int redirects) {

    public static final FetchLimits STANDARD =
            new FetchLimits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(60), 50L << 20, 100, 5);
}
