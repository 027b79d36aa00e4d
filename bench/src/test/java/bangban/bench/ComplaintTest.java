package bangban.bench;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.bench.routing.RoutingEval;
import bangban.config.ConfigException;
import bangban.web.start.StartException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComplaintTest {

    @TempDir
    Path folder = Path.of("");

    private static String complaint(Throwable failure) {
        return Complaint.of(failure, Map.of("LANG", "en_US.UTF-8")).orElse("");
    }

    @Test
    void whatThePlatformSaysIsASentenceInTheTerminalsLanguage() {
        StartException failure = new StartException("start.invalid-setting", "BANGBAN_PORT", "x", "0 – 65535");

        assertThat(complaint(failure)).isEqualTo("BANGBAN_PORT is \"x\", allowed: 0 – 65535.");
        assertThat(Complaint.of(failure, Map.of()).orElse("")).contains("允许的是");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThat(complaint(new UncheckedIOException(new NoSuchFileException("gone.jsonl"))))
                .isEqualTo("gone.jsonl is not there");
        assertThat(complaint(new ConfigException("agents/x.yaml: wrong"))).isEqualTo("agents/x.yaml: wrong");
    }

    @Test
    void aMistakeOfTheProgramIsNotTakenForTheCallers() {
        assertThat(Complaint.of(new NullPointerException("x"), Map.of())).isEmpty();
    }

    @Test
    void routingTakesADayAndSaysWhatIsWrongInALine() {
        String gone = folder.resolve("gone.jsonl").toString();

        assertThat(complaintOf("--test", gone, "--today", "2025-01-31")).isEqualTo(gone + " is not there");
        assertThat(complaintOf("--test", gone, "--today", "soon"))
                .contains("--today")
                .contains("soon");
        assertThat(complaintOf("--tset", gone)).contains("--tset");
    }

    private static String complaintOf(String... args) {
        return complaint(ThrowableAssert.catchThrowable(() -> RoutingEval.run(List.of(args))));
    }
}
