package bangban.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.web.phrase.Phrases;
import bangban.web.problem.RequestException;
import bangban.web.start.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailuresTest {

    @TempDir
    Path home = Path.of("");

    private String sentence(Throwable failure) {
        return Failures.sentence(failure, home, Phrases.ENGLISH).orElse("");
    }

    @Test
    void aFullDiskIsSaidWhateverItIsWrappedIn() {
        assertThat(sentence(new IllegalStateException(
                        new UncheckedIOException(new IOException("No space left on device")))))
                .contains("The disk of the data folder is full")
                .contains("(code: disk-full)");
    }

    @Test
    void whatCannotBeOpenedIsNamed() {
        assertThat(sentence(new UncheckedIOException(new AccessDeniedException("/somewhere/secret"))))
                .contains("/somewhere/secret")
                .contains("(code: file-unreadable)");
        assertThat(sentence(new UncheckedIOException(
                        new AccessDeniedException(home.resolve("database").toString()))))
                .contains(home.toString())
                .contains("cannot be written");
    }

    @Test
    void whatThePlatformRefusesIsSaidAsOverHttp() {
        assertThat(sentence(new PlatformException(ErrorCode.FORBIDDEN, "log only")))
                .contains("(code: forbidden)")
                .doesNotContain("log only");
        assertThat(sentence(RequestException.invalid("roles", "bogus", "member")))
                .contains("roles", "bogus", "member")
                .contains("(code: invalid-value)");
        assertThat(sentence(new IllegalStateException(new StartException("start.address-unavailable", "1.2.3.4"))))
                .contains("1.2.3.4");
    }

    @Test
    void whatNobodyForesawHasNoSentenceOfItsOwn() {
        assertThat(sentence(new IllegalStateException("log only"))).isEmpty();
        assertThat(Failures.internal(Phrases.ENGLISH)).contains("(code: internal)");
    }
}
