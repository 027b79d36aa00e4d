package bangban.web.phrase;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.runtime.error.ErrorCode;
import bangban.web.problem.RequestError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    private static final List<String> FILE_CODES = List.of(
            "file-empty",
            "file-corrupt",
            "file-encrypted",
            "file-over-limit",
            "file-no-text",
            "file-no-ocr",
            "file-unknown-format",
            "file-timeout",
            "file-unreadable",
            "file-description",
            "ingest-interrupted");

    private static final List<String> WEB_CODES = List.of(
            "web-unreachable",
            "web-certificate",
            "web-too-slow",
            "web-content-type",
            "web-too-many-redirects",
            "web-downgrade",
            "web-status",
            "web-gone",
            "web-forbidden",
            "web-no-text");

    @Test
    void bothLanguagesSayTheSameThings() {
        assertThat(Phrases.CHINESE.keys()).isEqualTo(Phrases.ENGLISH.keys());
    }

    @Test
    void everyCodeHasATitleAndASentence() {
        Stream.of(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::wire),
                        Arrays.stream(RequestError.values()).map(RequestError::wire),
                        FILE_CODES.stream(),
                        WEB_CODES.stream())
                .flatMap(codes -> codes)
                .forEach(code -> assertThat(Phrases.CHINESE.keys())
                        .contains("problem." + code + ".title", "problem." + code + ".detail"));
    }

    @Test
    void everySentenceCanBeSaid() {
        for (Phrases phrases : List.of(Phrases.CHINESE, Phrases.ENGLISH)) {
            phrases.keys()
                    .forEach(key -> assertThat(phrases.text(key, "A", "B", "C")).isNotBlank());
        }
    }

    @Test
    void chineseIsTheLanguageOfWhoeverAsksForNeither() {
        assertThat(Phrases.of(Locale.FRENCH)).isSameAs(Phrases.CHINESE);
        assertThat(Phrases.of(Locale.UK)).isSameAs(Phrases.ENGLISH);
        assertThat(Phrases.ofTerminal("", "", "en_US.UTF-8")).isSameAs(Phrases.ENGLISH);
        assertThat(Phrases.ofTerminal("C.UTF-8", "", "en_US.UTF-8")).isSameAs(Phrases.CHINESE);
    }
}
