package bangban.web.cli;

import bangban.runtime.error.PlatformException;
import bangban.runtime.identity.Account;
import bangban.runtime.identity.Principal;
import bangban.runtime.turn.TurnEvent;
import bangban.runtime.turn.TurnRequest;
import bangban.runtime.turn.TurnView;
import bangban.web.chat.TurnJson;
import bangban.web.platform.Platform;
import bangban.web.start.FolderInUseException;
import bangban.web.start.FolderOwner;
import bangban.web.start.Settings;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bangban ask}: one turn, its text as it comes, its sources below. */
final class AskCommand {

    private static final Set<String> VALUED = Set.of("--as", "--agent", "--as-of", "--session");
    private static final Set<String> PLAIN = Set.of("--json");

    private final Terminal terminal;
    private final JsonMapper json = JsonMapper.shared();

    AskCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    private record Ask(
            String text,
            String user,
            @Nullable String agent,
            @Nullable LocalDate asOf,
            @Nullable String session,
            boolean asJson) {}

    int run(List<String> words, Settings settings) throws IOException, InterruptedException {
        Options options = Options.parse(words, VALUED, PLAIN);
        Ask ask = new Ask(
                options.onlyArgument("\"…\""),
                options.value("--as").orElse("admin"),
                options.value("--agent").orElse(null),
                options.date("--as-of").orElse(null),
                options.value("--session").orElse(null),
                options.has("--json"));
        JsonNode turn;
        try (Platform platform = Platform.open(settings)) {
            turn = here(ask, platform);
        } catch (FolderInUseException e) {
            turn = there(ask, settings, e.owner());
        }
        return print(turn, ask);
    }

    private JsonNode here(Ask ask, Platform platform) throws InterruptedException {
        Opening.of(platform, terminal);
        DemoLoading.show(platform, terminal, terminal.error());
        Principal asker = platform.accounts()
                .find(ask.user())
                .filter(account -> !account.disabled())
                .map(Account::principal)
                .orElseThrow(() -> new CommandException(terminal.phrases().text("cli.no-such-user", ask.user())));
        platform.audit().record(asker.user(), "as-user", "ask", "from the command line");
        String wanted = ask.session();
        String session = wanted == null ? platform.sessions().add(asker).id() : wanted;
        TurnRequest request = new TurnRequest(ask.text(), ask.agent(), ask.asOf(), null);
        TurnView turn = platform.answer(session, request, asker, event -> {
            if (event instanceof TurnEvent.TextDelta delta) {
                show(delta.text());
            }
        });
        return json.valueToTree(TurnJson.of(turn));
    }

    /** @throws PlatformException never; what the server refuses is its sentence */
    private JsonNode there(Ask ask, Settings settings, FolderOwner owner) throws IOException, InterruptedException {
        try (ServerClient server = ServerClient.to(settings.home(), owner, ask.user(), terminal)) {
            String wanted = ask.session();
            String session = wanted == null
                    ? server.send("POST", "/api/sessions", Map.of()).path("id").asString()
                    : wanted;
            Map<String, Object> body = new LinkedHashMap<>(Map.of("text", ask.text()));
            if (ask.agent() != null) {
                body.put("agent", ask.agent());
            }
            if (ask.asOf() != null) {
                body.put("asOf", ask.asOf().toString());
            }
            String turn = server.send("POST", "/api/sessions/" + session + "/turns", body)
                    .path("turnId")
                    .asString();
            try (Stream<String> lines = server.lines("/api/turns/" + turn + "/events")) {
                for (Iterator<String> each = lines.iterator(); each.hasNext(); ) {
                    String line = each.next();
                    if (line.startsWith("data:")) {
                        show(json.readTree(line.substring("data:".length())));
                    }
                }
            }
            return server.get("/api/turns/" + turn);
        }
    }

    private void show(JsonNode event) {
        if (event.path("type").asString().equals("TEXT_MESSAGE_CHUNK")) {
            show(event.path("delta").asString());
        }
    }

    private void show(String text) {
        terminal.out().print(text);
        terminal.out().flush();
    }

    private int print(JsonNode turn, Ask ask) {
        terminal.out().println();
        printClarification(turn.path("clarification"));
        printSources(turn.path("citations"));
        JsonNode error = turn.path("error");
        if (error.isObject()) {
            terminal.error().println(error.path("message").asString());
        }
        if (ask.asJson()) {
            terminal.out().println(json.writeValueAsString(turn));
        }
        return error.isObject() ? 1 : 0;
    }

    private void printClarification(JsonNode clarification) {
        if (clarification.isObject()) {
            terminal.out().println(clarification.path("question").asString());
            terminal.say("cli.choices");
            clarification
                    .path("choices")
                    .forEach(choice ->
                            terminal.out().println("  - " + choice.path("label").asString()));
        }
    }

    private void printSources(JsonNode citations) {
        if (citations.isEmpty()) {
            return;
        }
        terminal.out().println();
        terminal.say("cli.sources");
        for (JsonNode citation : citations) {
            StringBuilder line = new StringBuilder("  [" + citation.path("n").asInt() + "] ")
                    .append(citation.path("title").asString());
            if (!citation.path("clause").asString().isEmpty()) {
                line.append(' ').append(citation.path("clause").asString());
            }
            if (citation.path("page").isNumber()) {
                line.append(' ')
                        .append(terminal.phrases()
                                .text("cli.page", citation.path("page").asInt()));
            }
            terminal.out()
                    .println(line.append("  (")
                            .append(citation.path("file").asString())
                            .append(')'));
        }
    }
}
