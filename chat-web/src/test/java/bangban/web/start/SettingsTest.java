package bangban.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path config = Path.of("");

    private Settings of(String name, String value) {
        Map<String, String> environment = new HashMap<>(Map.of("BANGBAN_CONFIG", config.toString()));
        environment.put(name, value);
        return Settings.of(environment);
    }

    private void refuses(String name, String value) {
        assertThatThrownBy(() -> of(name, value))
                .isInstanceOfSatisfying(
                        StartException.class,
                        e -> assertThat(e.arguments()).first().isEqualTo(name));
    }

    @Test
    void listensOnLoopbackUnlessToldOtherwise() {
        assertThat(of("BANGBAN_DEMO", "false").loopbackOnly()).isTrue();
        assertThat(of("BANGBAN_ADDRESS", "0.0.0.0").loopbackOnly()).isFalse();
    }

    @Test
    void namesTheVariableThatCannotBeUsed() {
        refuses("BANGBAN_PORT", "eighty");
        refuses("BANGBAN_PORT", "65536");
        refuses("BANGBAN_DEMO", "perhaps");
        refuses("BANGBAN_DEMO_PASSWORD", "short");
        refuses("BANGBAN_CONFIG", config.resolve("missing").toString());
    }

    @Test
    void neverShowsThePassword() {
        assertThat(of("BANGBAN_DEMO_PASSWORD", "do-not-show-me").toString()).doesNotContain("do-not-show-me");
    }
}
