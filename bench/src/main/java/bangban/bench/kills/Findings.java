package bangban.bench.kills;

import java.util.ArrayList;
import java.util.List;

/** What was looked at and how it was. For one thread. */
final class Findings {

    private final List<String> failed = new ArrayList<>();
    private int passed;

    void that(boolean holds, String what) {
        if (holds) {
            passed++;
        } else {
            failed.add(what);
        }
    }

    int passed() {
        return passed;
    }

    List<String> failed() {
        return List.copyOf(failed);
    }
}
