package bangban.web.knowledge;

import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.crawl.Crawler;
import bangban.knowledge.crawl.HostPace;
import bangban.knowledge.fetch.FetchLimits;
import bangban.knowledge.fetch.WebFetcher;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.source.SourceRuns;
import bangban.knowledge.source.SourceSchedule;
import bangban.knowledge.source.Sources;
import bangban.knowledge.source.WebSource;
import bangban.runtime.identity.Accounts;
import bangban.web.start.Settings;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Web sources, which only a server walks: a command ends before a walk would. */
@Configuration(proxyBeanMethods = false)
class SourcesConfiguration {

    @Bean
    WebFetcher webFetcher(Settings settings) {
        return new WebFetcher(settings.fetchAllow(), FetchLimits.STANDARD);
    }

    @Bean
    Sources sources(DataSource database, Ingestion ingestion, Clock clock) {
        return new Sources(database, ingestion, clock);
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
        return new SourceRuns(
                ingestion, catalog, originals, crawler, database, source -> mayStillAdd(source, accounts), clock);
    }

    private static boolean mayStillAdd(WebSource source, Accounts accounts) {
        return accounts.find(source.place().owner())
                .filter(account -> !account.disabled())
                .filter(account -> PlaceRights.mayAdd(account.principal(), source.place()))
                .isPresent();
    }

    @Bean
    SourceSchedule sourceSchedule(SourceRuns runs) {
        return new SourceSchedule(runs);
    }
}
