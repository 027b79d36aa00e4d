package bangban.web.knowledge;

import bangban.knowledge.ingest.IngestJob;
import bangban.knowledge.ingest.IngestJob.Status;
import bangban.knowledge.ingest.IngestJobs;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.parse.SourceFile;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Hands uploads to the knowledge base as long as their bytes fit into memory together. */
final class Uploads {

    private static final long MOST_BYTES =
            Math.min(600L << 20, Runtime.getRuntime().maxMemory() / 3);

    private final IngestJobs jobs;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();

    Uploads(IngestJobs jobs) {
        this.jobs = jobs;
    }

    private record Waiting(String user, long bytes) {}

    /** @throws PlatformException TOO_BUSY where too much is waiting */
    synchronized IngestJob start(String user, NewDocument document, byte[] bytes) {
        waiting.entrySet().removeIf(entry -> hasEnded(entry.getKey(), entry.getValue()));
        long before = waiting.values().stream().mapToLong(Waiting::bytes).sum();
        if (before > 0 && before + bytes.length > MOST_BYTES) {
            throw new PlatformException(ErrorCode.TOO_BUSY, before + " bytes of uploads are waiting");
        }
        IngestJob job = jobs.start(user, document, new SourceFile(document.fileName(), bytes));
        waiting.put(job.id(), new Waiting(user, bytes.length));
        return job;
    }

    private boolean hasEnded(String id, Waiting upload) {
        return jobs.find(id, upload.user())
                .filter(job -> job.status() == Status.QUEUED || job.status() == Status.RUNNING)
                .isEmpty();
    }
}
