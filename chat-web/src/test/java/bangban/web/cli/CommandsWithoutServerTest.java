package bangban.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.web.http.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsWithoutServerTest extends CommandsContract {

    @TempDir
    static Path folder = Path.of("");

    @BeforeAll
    static void configure() throws IOException {
        Path agents = Files.createDirectories(folder.resolve("config/agents"));
        Files.writeString(agents.resolve("general.yaml"), TestServer.agent("general", "你好"));
        Files.writeString(agents.resolve("policy.yaml"), TestServer.agent("policy", "制度"));
    }

    private static Map<String, String> environment(String home, int port) {
        return Map.of(
                "BANGBAN_PORT",
                Integer.toString(port),
                "BANGBAN_DEMO",
                "false",
                "BANGBAN_HOME",
                folder.resolve(home).toString(),
                "BANGBAN_CONFIG",
                folder.resolve("config").toString());
    }

    @Override
    Shell shell() {
        return new Shell(environment("data", 0));
    }

    @Override
    String agent() {
        return "policy";
    }

    @Test
    void anAnswerComesWithItsSource() throws IOException {
        Files.writeString(files.resolve("年假.md"), "# 年休假办法\n\n第一条 职工累计工作满1年的，年休假5天。\n");
        assertThat(shell().run("ingest", files.toString()).code()).isZero();

        Shell.Ended ended = shell().run("ask", "年休假几天？", "--agent", "policy", "--json");

        assertThat(ended.out()).contains("Sources").contains("年休假办法");
        assertThat(ended.lastLine()).contains("\"clause\":\"第一条\"");
    }

    @Test
    void aPortThatAnotherProgramHoldsIsNamedAndTheFolderIsLetGo() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Shell shell = new Shell(environment("busy", other.getLocalPort()));

            for (int i = 0; i < 2; i++) {
                Shell.Ended ended = shell.run("run");
                assertThat(ended.code()).isEqualTo(1);
                assertThat(ended.error()).contains("Port " + other.getLocalPort() + " is in use by another program");
            }
        }
    }

    @Test
    void theFirstCommandShowsTheAccountsOnce() {
        Shell shell = new Shell(environment("first", 0));

        assertThat(shell.run("user", "list").error()).contains("Password: ");
        assertThat(shell.run("user", "list").error()).doesNotContain("Password: ");
    }
}
