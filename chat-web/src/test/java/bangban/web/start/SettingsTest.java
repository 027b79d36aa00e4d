package bangban.web.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.knowledge.sandbox.SandboxLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
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
        refuses("BANGBAN_INGEST_WORKERS", "0");
        refuses("BANGBAN_INGEST_WORKERS", "many");
        refuses("BANGBAN_DEMO_PASSWORD", "short");
        refuses("BANGBAN_FETCH_ALLOW", "http://wiki.intern.example");
        refuses("BANGBAN_CONFIG", config.resolve("missing").toString());
    }

    @Test
    void namesTheServerDatabaseWithoutItsParameters() {
        assertThat(of("BANGBAN_PG_URL", "").database()).isNull();
        DatabaseSettings database = of("BANGBAN_PG_URL", "postgresql://db:5432/bangban?password=secret")
                .database();
        assertThat(database)
                .isNotNull()
                .extracting(DatabaseSettings::url, DatabaseSettings::shown)
                .containsExactly(
                        "jdbc:postgresql://db:5432/bangban?password=secret", "jdbc:postgresql://db:5432/bangban");
        refuses("BANGBAN_PG_URL", "mysql://db/bangban");
        refuses("BANGBAN_PG_URL", "postgresql://user:secret@db/bangban");
    }

    private Settings withModel(String name, String value) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "BANGBAN_CONFIG",
                config.toString(),
                "BANGBAN_MODEL_URL",
                "http://10.0.0.5:8000/v1",
                "BANGBAN_MODEL_NAME",
                "qwen",
                "BANGBAN_MODEL_KEY",
                "do-not-show-me"));
        environment.put(name, value);
        return Settings.of(environment);
    }

    private void refusesModel(String name, String value) {
        assertThatThrownBy(() -> withModel(name, value))
                .isInstanceOfSatisfying(
                        StartException.class,
                        e -> assertThat(e.arguments())
                                .startsWith(name)
                                .noneMatch(argument -> argument.toString().contains("do-not-show-me")));
    }

    @Test
    void withoutAUrlThereIsNoModel() {
        assertThat(of("BANGBAN_MODEL_NAME", "qwen").model()).isNull();
        assertThat(withModel("BANGBAN_MODEL_URL", " ").model()).isNull();
    }

    @Test
    void aModelWaitsAsLongAsItIsTold() {
        assertThat(withModel("BANGBAN_DEMO", "false").model())
                .extracting(ModelSettings::firstToken, ModelSettings::overall)
                .containsExactly(Duration.ofSeconds(30), Duration.ofSeconds(60));
        assertThat(withModel("BANGBAN_MODEL_TIMEOUT", "20").model())
                .extracting(ModelSettings::firstToken, ModelSettings::overall)
                .containsExactly(Duration.ofSeconds(20), Duration.ofSeconds(20));
        assertThat(withModel("BANGBAN_MODEL_WAIT", "5").model())
                .extracting(ModelSettings::firstToken)
                .isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void namesWhatIsWrongAboutTheModelWithoutTheKey() {
        refusesModel("BANGBAN_MODEL_NAME", " ");
        for (String url : List.of(
                "10.0.0.5:8000",
                "ftp://10.0.0.5/v1",
                "http:///v1",
                "http://a b/v1",
                "http://user:do-not-show-me@10.0.0.5/v1",
                "http://10.0.0.5/v1?key=1")) {
            refusesModel("BANGBAN_MODEL_URL", url);
        }
        refusesModel("BANGBAN_MODEL_KEY", "do-not\n-show-me");
        refusesModel("BANGBAN_MODEL_KEY", "do-not-show-me钥");
        refusesModel("BANGBAN_MODEL_TIMEOUT", "0");
        refusesModel("BANGBAN_MODEL_TIMEOUT", "111");
        refusesModel("BANGBAN_MODEL_WAIT", "61");
        refusesModel("BANGBAN_MODEL_WAIT", "soon");
    }

    @Test
    void filesAreReadWithinTheLimitsThatAreSet() {
        SandboxLimits usual = of("BANGBAN_DEMO", "false").parsing();
        assertThat(usual).isEqualTo(SandboxLimits.STANDARD);
        assertThat(of("BANGBAN_PARSE_HEAP", "1g").parsing().heapMegabytes()).isEqualTo(1024);
        assertThat(of("BANGBAN_PARSE_TIME", "60").parsing().time()).isEqualTo(Duration.ofMinutes(1));
        assertThat(of("BANGBAN_PARSE_TIME", "3600").parsing().overall()).isEqualTo(Duration.ofHours(1));
        assertThat(of("BANGBAN_PARSE_OCR_TIME", "5").parsing().overall()).isEqualTo(Duration.ofMinutes(5));
        assertThat(of("BANGBAN_PARSE_PROCESSES", "4").parsing().processes()).isEqualTo(4);
    }

    @Test
    void namesWhatIsWrongAboutReadingFiles() {
        refuses("BANGBAN_PARSE_HEAP", "512");
        refuses("BANGBAN_PARSE_HEAP", "64m");
        refuses("BANGBAN_PARSE_TIME", "0");
        refuses("BANGBAN_PARSE_OCR_TIME", "soon");
        refuses("BANGBAN_PARSE_PROCESSES", "33");
    }

    @Test
    void neverShowsTheModelsKey() {
        Settings settings = withModel("BANGBAN_DEMO", "false");
        assertThat(settings + " " + settings.model()).doesNotContain("do-not-show-me");
    }

    @Test
    void neverShowsThePassword() {
        assertThat(of("BANGBAN_DEMO_PASSWORD", "do-not-show-me").toString()).doesNotContain("do-not-show-me");
    }
}
