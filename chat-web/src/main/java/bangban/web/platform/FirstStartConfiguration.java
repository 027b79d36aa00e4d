package bangban.web.platform;

import bangban.config.ConfigFolder;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.ingest.FolderIngestion;
import bangban.knowledge.ingest.IndexRenewal;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.identity.Accounts;
import bangban.runtime.identity.Principal;
import bangban.web.start.DataFolder;
import bangban.web.start.Settings;
import java.nio.file.Files;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** What fills an empty platform, or one whose index is of an earlier version, and what is known of its units. */
@Configuration(proxyBeanMethods = false)
class FirstStartConfiguration {

    @Bean
    Loading loading() {
        return new Loading();
    }

    @Bean
    IndexUpkeep indexUpkeep(IndexRenewal renewal, Loading loading) {
        return new IndexUpkeep(renewal, loading);
    }

    @Bean
    DemoMode demoMode(Settings settings, ConfigFolder config, DataFolder folder, Accounts accounts) {
        List<Principal> demo = Files.exists(config.resolve(DemoAccounts.FILE)) ? DemoAccounts.read(config) : List.of();
        return new DemoMode(folder.root().resolve("first-start"), settings.demo(), accounts, demo);
    }

    @Bean
    FirstStart firstStart(
            Settings settings,
            ConfigFolder config,
            DemoMode mode,
            Accounts accounts,
            AuditLog audit,
            DataSource dataSource) {
        TransactionOperations transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
        return new FirstStart(settings, config, mode, accounts, audit, transactions);
    }

    @Bean
    OrganisationUnits organisationUnits(Accounts accounts, ConfigFolder config, DemoMode mode) {
        return new OrganisationUnits(accounts, config, mode);
    }

    @Bean
    Units units(OrganisationUnits organisation, DocumentCatalog documents) {
        return new KnownUnits(organisation, documents);
    }

    @Bean
    DemoContent demoContent(
            DemoMode mode,
            ConfigFolder config,
            DataFolder folder,
            FolderIngestion ingestion,
            PassageIndex index,
            Loading loading) {
        return new DemoContent(mode, config, folder, ingestion, index, loading);
    }
}
