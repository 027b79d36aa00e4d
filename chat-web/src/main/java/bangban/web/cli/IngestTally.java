package bangban.web.cli;

import bangban.knowledge.ingest.Ingestion.Outcome;
import java.util.ArrayList;
import java.util.List;

/** What came of the files of an ingestion. For one thread. */
final class IngestTally {

    private final List<Failed> failed = new ArrayList<>();
    private int added;
    private int changed;
    private int unchanged;

    /** @param sentence why */
    record Failed(String file, String sentence) {}

    void add(Outcome outcome) {
        add(outcome, 1);
    }

    void add(Outcome outcome, int files) {
        switch (outcome) {
            case ADDED -> added += files;
            case REPLACED, DESCRIBED -> changed += files;
            case UNCHANGED -> unchanged += files;
        }
    }

    void fail(String file, String sentence) {
        failed.add(new Failed(file, sentence));
    }

    int all() {
        return added + changed + unchanged + failed.size();
    }

    int added() {
        return added;
    }

    int changed() {
        return changed;
    }

    int unchanged() {
        return unchanged;
    }

    List<Failed> failed() {
        return List.copyOf(failed);
    }
}
