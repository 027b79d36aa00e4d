package bangban.agents.general;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceBufferTest {

    private static List<String> sentences(String text, int size) {
        SentenceBuffer buffer = new SentenceBuffer();
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < text.length(); i += size) {
            sentences.addAll(buffer.accept(text.substring(i, Math.min(text.length(), i + size))));
        }
        sentences.addAll(buffer.rest());
        return sentences;
    }

    @Test
    void sentencesAreTheSameHoweverTheTextArrives() {
        String text = "先焯水。\n\n1. 加 3.5 克盐\nThen wait. Really? Yes\n```java\nint a; // 一。\n```\n完";
        for (int size = 1; size <= text.length(); size++) {
            assertThat(sentences(text, size))
                    .containsExactly(
                            "先焯水。",
                            "\n\n1. 加 3.5 克盐\n",
                            "Then wait.",
                            " Really?",
                            " Yes\n",
                            "```java\nint a; // 一。\n```\n",
                            "完");
        }
    }

    @Test
    void blanksAloneAreNoSentence() {
        assertThat(sentences(" \n\n ", 1)).isEmpty();
    }
}
