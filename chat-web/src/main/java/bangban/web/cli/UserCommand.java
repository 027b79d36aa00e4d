package bangban.web.cli;

import bangban.runtime.identity.Account;
import bangban.runtime.identity.Principal;
import bangban.web.paging.Paged;
import bangban.web.platform.FirstStart;
import bangban.web.platform.Platform;
import bangban.web.platform.Units;
import bangban.web.start.FolderInUseException;
import bangban.web.start.Settings;
import bangban.web.users.NewUser;
import bangban.web.users.UserAdministration;
import bangban.web.users.UserJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bangban user}: accounts, in the administrator's name. */
final class UserCommand {

    private static final Set<String> VALUED = Set.of("--org", "--roles", "--clearance");
    private static final Set<String> PLAIN = Set.of("--password-stdin");
    private static final int ALL = 200;

    private final Terminal terminal;
    private final JsonMapper json = JsonMapper.shared();

    UserCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    int run(List<String> words, Settings settings) throws IOException, InterruptedException {
        String action = words.isEmpty() ? "" : words.getFirst();
        Options options = Options.parse(words.isEmpty() ? List.of() : words.subList(1, words.size()), VALUED, PLAIN);
        Action work = action(action, options);
        try (Platform platform = Platform.open(settings)) {
            work.run(new Here(platform));
        } catch (FolderInUseException e) {
            try (ServerClient server =
                    ServerClient.to(settings.home(), e.owner(), IngestCommand.ADMINISTRATOR, terminal)) {
                work.run(new There(server, settings.config()));
            }
        }
        return 0;
    }

    private Action action(String name, Options options) throws IOException {
        return switch (name) {
            case "add" -> add(options);
            case "disable" -> users -> change(users, options.onlyArgument("NAME"), true);
            case "enable" -> users -> change(users, options.onlyArgument("NAME"), false);
            case "list" -> this::list;
            default -> throw new UsageException("cli.unknown-option", "user " + name);
        };
    }

    private Action add(Options options) throws IOException {
        String name = options.onlyArgument("NAME");
        String org = options.value("--org").orElseThrow(() -> new UsageException("cli.missing-argument", "--org"));
        boolean given = options.has("--password-stdin");
        String password = given ? passwordLine() : FirstStart.randomPassword();
        List<String> roles = options.value("--roles")
                .map(text -> Arrays.asList(text.split(",")))
                .orElse(List.of());
        NewUser user = new NewUser(
                name, password, null, org, roles, options.value("--clearance").orElse(null), null);
        // says what is written wrongly before anything is opened
        user.principal();
        return users -> {
            NewUnit.warn(Optional.of(org), users.units(), terminal);
            users.add(user);
            if (given) {
                terminal.say("cli.user-added", name);
            } else {
                terminal.say("cli.user-added-password", name, password);
            }
        };
    }

    private String passwordLine() throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(terminal.in(), StandardCharsets.UTF_8));
        String line = reader.readLine();
        return line == null ? "" : line;
    }

    private void change(Users users, String name, boolean disabled) throws IOException, InterruptedException {
        users.disable(name, disabled);
        terminal.say(disabled ? "cli.user-disabled" : "cli.user-enabled", name);
    }

    private void list(Users users) throws IOException, InterruptedException {
        String after = null;
        do {
            Paged<UserJson> page = users.list(after == null ? "" : after);
            for (UserJson user : page.items()) {
                terminal.out()
                        .printf(
                                "%-16s %-8s %s  %s  %s  %s%n",
                                user.username(),
                                user.disabled() ? "disabled" : "",
                                user.displayName(),
                                user.org(),
                                user.clearance(),
                                String.join(",", user.roles()));
            }
            after = page.next();
        } while (after != null);
    }

    private interface Action {
        void run(Users users) throws IOException, InterruptedException;
    }

    /** The accounts, in this process or in the server's. */
    private sealed interface Users {
        Units units();

        void add(NewUser user) throws IOException, InterruptedException;

        void disable(String name, boolean disabled) throws IOException, InterruptedException;

        Paged<UserJson> list(String after) throws IOException, InterruptedException;
    }

    private final class Here implements Users {

        private final Platform platform;
        private final UserAdministration users;
        private final Principal administrator;

        Here(Platform platform) {
            this.platform = platform;
            Opening.of(platform, terminal);
            users = new UserAdministration(platform.accounts(), platform.tokens(), platform.audit());
            administrator = platform.accounts()
                    .find(IngestCommand.ADMINISTRATOR)
                    .map(Account::principal)
                    .orElseThrow(() -> new CommandException(
                            terminal.phrases().text("cli.no-such-user", IngestCommand.ADMINISTRATOR)));
        }

        @Override
        public Units units() {
            return platform.units();
        }

        @Override
        public void add(NewUser user) {
            String password = user.password();
            users.add(administrator, user.principal(), password == null ? "" : password);
        }

        @Override
        public void disable(String name, boolean disabled) {
            users.disable(administrator, name, disabled);
        }

        @Override
        public Paged<UserJson> list(String after) {
            return Paged.of(users.list(administrator, after, ALL + 1), ALL, Account::username, UserJson::of);
        }
    }

    private final class There implements Users {

        private final ServerClient server;

        private final Path config;

        There(ServerClient server, Path config) {
            this.server = server;
            this.config = config;
        }

        @Override
        public Units units() {
            return new ServerUnits(server, config);
        }

        @Override
        public void add(NewUser user) throws IOException, InterruptedException {
            server.send("POST", "/api/users", user);
        }

        @Override
        public void disable(String name, boolean disabled) throws IOException, InterruptedException {
            server.send("PATCH", "/api/users/" + encoded(name), Map.of("disabled", disabled));
        }

        @Override
        public Paged<UserJson> list(String after) throws IOException, InterruptedException {
            JsonNode page = server.get("/api/users?limit=" + ALL + "&after=" + encoded(after));
            List<UserJson> items = page.path("items")
                    .valueStream()
                    .map(node -> json.treeToValue(node, UserJson.class))
                    .toList();
            @Nullable
            String next = page.path("next").isNull() ? null : page.path("next").asString();
            return new Paged<>(items, next);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }
}
