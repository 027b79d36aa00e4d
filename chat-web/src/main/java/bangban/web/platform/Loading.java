package bangban.web.platform;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How far the work of the first start is, for whoever wants to show it. */
public final class Loading {

    private final AtomicReference<@Nullable Progress> progress = new AtomicReference<>();

    /** @param what demo-documents */
    public record Progress(String what, int done, int total) {}

    public Optional<Progress> progress() {
        return Optional.ofNullable(progress.get());
    }

    void at(Progress now) {
        progress.set(now);
    }

    void done() {
        progress.set(null);
    }
}
