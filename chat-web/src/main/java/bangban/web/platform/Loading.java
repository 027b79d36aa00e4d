package bangban.web.platform;

import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** How far the work beside a start is, for whoever wants to show it. */
public final class Loading {

    private final ConcurrentSkipListMap<String, Progress> running = new ConcurrentSkipListMap<>();

    /** @param what demo-documents or search-index */
    public record Progress(String what, int done, int total) {}

    /** Of the first by name, where several run. */
    public Optional<Progress> progress() {
        return running.values().stream().findFirst();
    }

    void at(Progress now) {
        running.put(now.what(), now);
    }

    void done(String what) {
        running.remove(what);
    }
}
