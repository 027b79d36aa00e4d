package bangban.web.platform;

import bangban.runtime.identity.Accounts;
import bangban.runtime.identity.Principal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether the data folder shows the demo enterprise. The setting decides while there are no accounts; then the folder itself does, so
 * that a setting that was forgotten later puts no demo into it.
 */
final class DemoMode {

    private static final String DEMO = "demo=true";
    private static final String NO_DEMO = "demo=false";

    private final Path record;
    private final boolean demo;

    /**
     * @param record the file that keeps what was decided
     * @param asked what the operator set
     * @param demoAccounts those that the demo enterprise brings; empty where there is none
     */
    DemoMode(Path record, boolean asked, Accounts accounts, List<Principal> demoAccounts) {
        this.record = record;
        boolean fresh = accounts.none();
        boolean recorded = Files.exists(record);
        this.demo = fresh ? asked : recorded ? read(record) : hasAll(accounts, demoAccounts);
        if (!fresh && !recorded) {
            keep();
        }
    }

    private static boolean read(Path record) {
        try {
            return Files.readString(record).strip().equals(DEMO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a folder from before there was a record. The administrator is in every folder, the others come with the demo. */
    private static boolean hasAll(Accounts accounts, List<Principal> demoAccounts) {
        List<String> others = demoAccounts.stream()
                .map(Principal::user)
                .filter(name -> !name.equals(FirstStart.ADMINISTRATOR))
                .toList();
        return !others.isEmpty()
                && others.stream().allMatch(name -> accounts.find(name).isPresent());
    }

    boolean isDemo() {
        return demo;
    }

    void keep() {
        try {
            Files.writeString(record, (demo ? DEMO : NO_DEMO) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
