package bangban.bench.answers;

import bangban.bench.Arguments;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A row of a question set.
 *
 * @param accept the gold answer and other spellings of it; empty where only the clause counts
 * @param previous what was asked before in the same conversation, the oldest first
 */
record AnswerCase(
        String id,
        String question,
        @Nullable String asUser,
        @Nullable LocalDate asOf,
        List<String> previous,
        List<String> accept,
        List<Gold> gold,
        boolean answerable) {

    AnswerCase {
        previous = List.copyOf(previous);
        accept = List.copyOf(accept);
        gold = List.copyOf(gold);
    }

    /** A clause that answers. */
    record Gold(String file, String clause) {}

    Set<String> goldFiles() {
        return gold.stream().map(Gold::file).collect(Collectors.toUnmodifiableSet());
    }

    static AnswerCase of(JsonNode row, int number) {
        List<String> accept = new ArrayList<>();
        text(row, "gold_answer", accept);
        row.path("accept").forEach(each -> accept.add(each.asString()));
        List<Gold> gold = new ArrayList<>();
        row.path("gold")
                .forEach(each -> gold.add(new Gold(
                        each.path("file").asString(), each.path("clause").asString(""))));
        List<String> previous = new ArrayList<>();
        if (row.path("previous").isArray()) {
            row.path("previous").forEach(each -> previous.add(each.asString()));
        } else {
            text(row, "previous", previous);
        }
        String asOf = row.path("asOf").asString("");
        String asUser = row.path("asUser").asString("");
        return new AnswerCase(
                row.has("id") ? row.path("id").asString() : String.valueOf(number),
                row.path("question").asString(),
                asUser.isEmpty() ? null : asUser,
                asOf.isEmpty() ? null : Arguments.date("asOf of row " + number, asOf),
                previous,
                accept,
                gold,
                !row.has("answerable") || row.path("answerable").asBoolean());
    }

    private static void text(JsonNode row, String field, List<String> into) {
        String text = row.path(field).asString("");
        if (!text.isBlank()) {
            into.add(text);
        }
    }
}
