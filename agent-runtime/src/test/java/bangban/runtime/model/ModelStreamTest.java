package bangban.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.ai.chat.messages.AssistantMessage;
import org.springframework.ai.chat.model.ChatResponse;
import org.springframework.ai.chat.model.Generation;
import reactor.core.publisher.Flux;

class ModelStreamTest {

    private static Flux<ChatResponse> saying(String... pieces) {
        return Flux.fromArray(pieces)
                .map(piece -> new ChatResponse(List.of(new Generation(new AssistantMessage(piece)))));
    }

    @Test
    void anErrorDoesNotOvertakeWhatCameBeforeIt() throws InterruptedException {
        PlatformException reset = new PlatformException(ErrorCode.MODEL_UNREACHABLE, "reset");
        try (ModelStream stream = ModelStream.of(saying("一", "", "二").concatWith(Flux.error(reset)))) {
            assertThat(stream.next()).contains("一");
            assertThat(stream.next()).contains("二");
            assertThatThrownBy(stream::next).isSameAs(reset);
        }
    }

    @Test
    void theEndIsEmptyHoweverOftenItIsAskedFor() throws InterruptedException {
        try (ModelStream stream = ModelStream.of(saying("一"))) {
            assertThat(stream.next()).contains("一");
            assertThat(stream.next()).isEmpty();
            assertThat(stream.next()).isEmpty();
        }
    }
}
