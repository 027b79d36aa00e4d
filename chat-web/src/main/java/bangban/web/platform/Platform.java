package bangban.web.platform;

import bangban.config.agents.AgentCatalog;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.ingest.FolderIngestion;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.job.IngestJobs;
import bangban.knowledge.retrieve.Retriever;
import bangban.language.encode.TextEncoder;
import bangban.runtime.audit.AuditLog;
import bangban.runtime.identity.AccessTokens;
import bangban.runtime.identity.Accounts;
import bangban.runtime.identity.Principal;
import bangban.runtime.session.Sessions;
import bangban.runtime.turn.LoggedEvent;
import bangban.runtime.turn.TurnEngine;
import bangban.runtime.turn.TurnEvent;
import bangban.runtime.turn.TurnId;
import bangban.runtime.turn.TurnLog;
import bangban.runtime.turn.TurnRequest;
import bangban.runtime.turn.TurnView;
import bangban.web.start.DataFolder;
import bangban.web.start.Settings;
import bangban.web.start.StartException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The whole platform in this process. Holds its data folder until it is closed. */
public final class Platform implements AutoCloseable {

    private final DataFolder folder;
    private final TextEncoder encoder;
    private final ConfigurableApplicationContext context;

    private Platform(DataFolder folder, TextEncoder encoder, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.encoder = encoder;
        this.context = context;
    }

    /**
     * Opens the data folder without a web server: for commands and evaluation.
     *
     * @throws StartException for what an operator can mend
     */
    public static Platform open(Settings settings) {
        return open(settings, DataFolder.open(settings.home()), WebApplicationType.NONE, Map.of());
    }

    /**
     * The same with channels: further configurations, and properties that win over all others.
     *
     * @param folder which is the platform's from now on: closed with it, or where it does not start
     */
    public static Platform open(
            Settings settings,
            DataFolder folder,
            WebApplicationType type,
            Map<String, Object> properties,
            Class<?>... channels) {
        BackgroundEncoder encoder = new BackgroundEncoder();
        try {
            SpringApplication application = new SpringApplication(PlatformConfiguration.class);
            application.addPrimarySources(List.of(channels));
            application.setWebApplicationType(type);
            application.setRegisterShutdownHook(true);
            application.addInitializers(fresh -> {
                fresh.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("settings", new HashMap<>(properties)));
                fresh.getBeanFactory().registerSingleton("settings", settings);
                fresh.getBeanFactory().registerSingleton("dataFolder", folder);
                fresh.getBeanFactory().registerSingleton("textEncoder", encoder);
            });
            return new Platform(folder, encoder, application.run());
        } catch (RuntimeException e) {
            encoder.close();
            folder.close();
            throw e;
        }
    }

    /** Asks and waits for the end. The listener hears each event as it comes. */
    public TurnView answer(String sessionId, TurnRequest request, Principal asker, Consumer<TurnEvent> listener)
            throws InterruptedException {
        TurnId id = turns().start(sessionId, request, asker);
        try (TurnReader reader = new TurnReader(log(), id, 0)) {
            for (Optional<LoggedEvent> next = reader.next(); next.isPresent(); next = reader.next()) {
                listener.accept(next.get().event());
            }
        }
        return turns().view(id, asker);
    }

    public TurnEngine turns() {
        return context.getBean(Answering.class).turns();
    }

    public TurnLog log() {
        return context.getBean(TurnLog.class);
    }

    public Sessions sessions() {
        return context.getBean(Sessions.class);
    }

    public Accounts accounts() {
        return context.getBean(Accounts.class);
    }

    public AccessTokens tokens() {
        return context.getBean(AccessTokens.class);
    }

    public AuditLog audit() {
        return context.getBean(AuditLog.class);
    }

    public AgentCatalog agents() {
        return context.getBean(AgentCatalog.class);
    }

    public DocumentCatalog documents() {
        return context.getBean(DocumentCatalog.class);
    }

    public Ingestion ingestion() {
        return context.getBean(Ingestion.class);
    }

    public FolderIngestion folders() {
        return context.getBean(FolderIngestion.class);
    }

    /** Files wait until someone starts them: a server, or a command that adds. */
    public IngestJobs jobs() {
        return context.getBean(IngestJobs.class);
    }

    public Retriever retriever() {
        return context.getBean(Retriever.class);
    }

    public PassageIndex index() {
        return context.getBean(PassageIndex.class);
    }

    public TextEncoder encoder() {
        return encoder;
    }

    public Clock clock() {
        return context.getBean(Clock.class);
    }

    public FirstStart firstStart() {
        return context.getBean(FirstStart.class);
    }

    public DemoContent demo() {
        return context.getBean(DemoContent.class);
    }

    public Units units() {
        return context.getBean(Units.class);
    }

    public Loading loading() {
        return context.getBean(Loading.class);
    }

    public DataFolder folder() {
        return folder;
    }

    /** Everything else that was assembled, for channels and proofs. */
    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
        encoder.close();
        folder.close();
    }
}
