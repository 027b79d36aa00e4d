package bangban.web.platform;

import bangban.config.ConfigFolder;
import bangban.config.organisation.OrgPath;
import bangban.runtime.identity.Accounts;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The units of this platform's accounts, and of the demo enterprise where that is shown: what everyone of the group may know. */
public final class OrganisationUnits {

    private final Accounts accounts;
    private final ConfigFolder config;
    private final DemoMode mode;

    OrganisationUnits(Accounts accounts, ConfigFolder config, DemoMode mode) {
        this.accounts = accounts;
        this.config = config;
        this.mode = mode;
    }

    /** Each with all above it. */
    public Set<OrgPath> known() {
        List<OrgPath> demo = mode.isDemo() ? DemoOrganisation.read(config) : List.of();
        return Stream.concat(accounts.units().stream(), demo.stream())
                .flatMap(unit -> unit.selfAndAncestors().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
