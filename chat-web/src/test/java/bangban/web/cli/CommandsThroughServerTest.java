package bangban.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.web.http.TestServer;
import org.junit.jupiter.api.Test;

class CommandsThroughServerTest extends CommandsContract {

    @Override
    Shell shell() {
        // the folder is held once the server is there
        assertThat(TestServer.SERVER.url()).isNotEmpty();
        return new Shell(TestServer.environment());
    }

    @Override
    String agent() {
        return "scripted";
    }

    @Test
    void aSecondServerIsToldWhoHoldsTheFolderThoughThePortIsTakenToo() {
        Shell shell = shell();
        String url = TestServer.SERVER.url();
        var environment = new java.util.HashMap<>(TestServer.environment());
        environment.put("BANGBAN_PORT", url.substring(url.lastIndexOf(':') + 1));

        Shell.Ended plain = new Shell(environment).run("run");
        Shell.Ended elsewhere = shell.run("run");

        for (Shell.Ended second : new Shell.Ended[] {plain, elsewhere}) {
            assertThat(second.code()).isEqualTo(1);
            assertThat(second.error())
                    .contains(url)
                    .contains("pid " + ProcessHandle.current().pid());
        }
    }
}
