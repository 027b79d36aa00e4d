package bangban.web.knowledge;

import bangban.config.organisation.Clearance;
import bangban.knowledge.attach.AttachmentUpkeep;
import bangban.knowledge.attach.Attachments;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.crawl.Crawler;
import bangban.knowledge.crawl.HostPace;
import bangban.knowledge.fetch.FetchLimits;
import bangban.knowledge.fetch.WebFetcher;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.place.Place;
import bangban.knowledge.source.OwnerRights;
import bangban.knowledge.source.SourceRuns;
import bangban.knowledge.source.SourceSchedule;
import bangban.knowledge.source.Sources;
import bangban.runtime.identity.Account;
import bangban.runtime.identity.Accounts;
import bangban.web.platform.Readers;
import bangban.web.start.Settings;
import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What only a server does, since a command ends before it would: walks through web sources, upkeep of files brought into conversations. */
@Configuration(proxyBeanMethods = false)
class SourcesConfiguration {

    @Bean
    WebFetcher webFetcher(Settings settings) {
        return new WebFetcher(settings.fetchAllow(), FetchLimits.STANDARD);
    }

    @Bean
    Sources sources(DataSource database, DocumentCatalog catalog, Ingestion ingestion, Clock clock) {
        return new Sources(database, catalog, ingestion, clock);
    }

    @Bean
    SourceRuns sourceRuns(
            Ingestion ingestion,
            DocumentCatalog catalog,
            OriginalStore originals,
            WebFetcher fetcher,
            DataSource database,
            Accounts accounts,
            Clock clock) {
        Crawler crawler = new Crawler(fetcher, new HostPace(clock));
        OwnerRights rights = (owner, place) -> clearance(accounts, owner, place);
        return new SourceRuns(ingestion, catalog, originals, crawler, database, rights, clock);
    }

    private static Optional<Clearance> clearance(Accounts accounts, String owner, Place place) {
        return accounts.find(owner)
                .filter(account -> !account.disabled())
                .map(Account::principal)
                .filter(principal -> PlaceRights.mayAdd(principal, place))
                .map(principal -> Readers.of(principal).clearance());
    }

    @Bean
    AttachmentUpkeep attachmentUpkeep(Attachments attachments) {
        return new AttachmentUpkeep(attachments);
    }

    @Bean
    SourceSchedule sourceSchedule(SourceRuns runs) {
        return new SourceSchedule(runs);
    }
}
