package bangban.knowledge.job;

import java.time.Instant;

/**
 * Files that were brought together.
 *
 * @param startedBy the only account that may see it
 * @param name of its file, or of its folder
 * @param cancelled true where files that had not begun were left out
 * @param retryable true where a file has failed and its bytes are still there
 * @param current the file that is being added, else the first that failed, waits or is done
 */
public record IngestJob(
        String id,
        String startedBy,
        String name,
        boolean cancelled,
        boolean retryable,
        Instant startedAt,
        Counts files,
        JobFile current) {

    /** Where a job stands; the last two are final, until a retry. */
    public enum Status {
        QUEUED,
        RUNNING,
        DONE,
        FAILED
    }

    /** How many files stand where. */
    public record Counts(int queued, int running, int done, int failed) {

        public int total() {
            return queued + running + done + failed;
        }

        public int waiting() {
            return queued + running;
        }
    }

    /** Failed where one of its files has failed and none goes on. */
    public Status status() {
        if (files.waiting() == 0) {
            return files.failed() > 0 ? Status.FAILED : Status.DONE;
        }
        return files.queued() == files.total() ? Status.QUEUED : Status.RUNNING;
    }

    public boolean hasEnded() {
        return files.waiting() == 0;
    }
}
