package bangban.knowledge.sandbox;

import java.time.Duration;

/**
 * What the processes that read files may cost.
 *
 * @param heapMegabytes of one JVM; recognising text takes some 400 MB beside it
 * @param time for one file; counted anew from each page whose text was recognised
 * @param overall for one file, however many pages were recognised
 * @param processes at once
 * @param filesEach after which a process is replaced, so that what its libraries leak goes with it
 */
public record SandboxLimits(int heapMegabytes, Duration time, Duration overall, int processes, int filesEach) {

    public static final SandboxLimits STANDARD =
            new SandboxLimits(512, Duration.ofSeconds(25), Duration.ofMinutes(30), 2, 500);

    private static final int LEAST_HEAP = 64;

    public SandboxLimits {
        if (heapMegabytes < LEAST_HEAP
                || time.isNegative()
                || time.isZero()
                || overall.compareTo(time) < 0
                || processes < 1
                || filesEach < 1) {
            throw new IllegalArgumentException("the sandbox's limits are " + heapMegabytes + " MB, " + time + ", "
                    + overall + ", " + processes + " processes, " + filesEach + " files");
        }
    }

    /** What may be said of one file, unpacked: half of what was there to make it, and never more than fits here. */
    long replyBytes() {
        return Math.min((long) heapMegabytes << 19, Runtime.getRuntime().maxMemory() / 3);
    }
}
