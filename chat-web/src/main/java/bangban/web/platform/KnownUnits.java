package bangban.web.platform;

import bangban.config.ConfigFolder;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.runtime.identity.Accounts;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The units of this platform's accounts, of its documents, and of the demo enterprise where that is shown. */
final class KnownUnits implements Units {

    private final Accounts accounts;
    private final DocumentCatalog documents;
    private final ConfigFolder config;
    private final DemoMode mode;

    KnownUnits(Accounts accounts, DocumentCatalog documents, ConfigFolder config, DemoMode mode) {
        this.accounts = accounts;
        this.documents = documents;
        this.config = config;
        this.mode = mode;
    }

    @Override
    public Set<OrgPath> known() {
        List<OrgPath> demo = mode.isDemo() ? DemoOrganisation.read(config) : List.of();
        return Stream.of(accounts.units(), documents.units(), demo)
                .flatMap(Collection::stream)
                .flatMap(unit -> unit.selfAndAncestors().stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
