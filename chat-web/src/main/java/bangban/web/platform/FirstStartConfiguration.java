package bangban.web.platform;

import bangban.config.ConfigFolder;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.ingest.FolderIngestion;
import bangban.knowledge.ingest.IndexRenewal;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.identity.Accounts;
import bangban.web.start.DataFolder;
import bangban.web.start.Settings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What fills an empty platform, or one whose index is of an earlier version. */
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
    FirstStart firstStart(Settings settings, ConfigFolder config, Accounts accounts, AuditLog audit) {
        return new FirstStart(settings, config, accounts, audit);
    }

    @Bean
    DemoContent demoContent(
            Settings settings,
            ConfigFolder config,
            DataFolder folder,
            FolderIngestion ingestion,
            PassageIndex index,
            Loading loading) {
        return new DemoContent(settings, config, folder, ingestion, index, loading);
    }
}
