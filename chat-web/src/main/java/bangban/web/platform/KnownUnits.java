package bangban.web.platform;

import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.DocumentCatalog;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The units of the organisation, and those that only a document names. */
final class KnownUnits implements Units {

    private final OrganisationUnits organisation;
    private final DocumentCatalog documents;

    KnownUnits(OrganisationUnits organisation, DocumentCatalog documents) {
        this.organisation = organisation;
        this.documents = documents;
    }

    @Override
    public Set<OrgPath> known() {
        return Stream.concat(
                        organisation.known().stream(),
                        documents.units().stream().flatMap(unit -> unit.selfAndAncestors().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
