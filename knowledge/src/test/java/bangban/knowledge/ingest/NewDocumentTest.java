package bangban.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class NewDocumentTest {

    private static final Place PLACE = place("采购", List.of(), "admin", "集团");

    private static Place place(String domain, List<String> tags, String owner, String org) {
        return new Place(Tier.UNIT, new OrgPath(org), domain, tags, Clearance.INTERNAL, owner);
    }

    private static void isTooLong(String field, int limit, ThrowingCallable made) {
        assertThatExceptionOfType(FieldTooLongException.class)
                .isThrownBy(made)
                .satisfies(thrown -> assertThat(List.of(thrown.field(), thrown.length(), thrown.limit()))
                        .isEqualTo(List.of(field, limit + 1, limit)));
    }

    @Test
    void whatTheCatalogueCannotKeepIsRefusedByName() {
        String word = "长".repeat(501);
        isTooLong("file", 1000, () -> new NewDocument("长".repeat(1001), PLACE));
        isTooLong("title", 500, () -> new NewDocument("a", word, PLACE, null, null, null, null));
        isTooLong("version", 200, () -> new NewDocument("a", null, PLACE, null, null, word.substring(0, 201), null));
        isTooLong("supersedes", 1000, () -> new NewDocument("a", null, PLACE, null, null, null, "长".repeat(1001)));
        isTooLong("domain", 200, () -> new NewDocument("a", place(word.substring(0, 201), List.of(), "x", "集团")));
        isTooLong("owner", 200, () -> new NewDocument("a", place("", List.of(), word.substring(0, 201), "集团")));
        isTooLong("org", 1000, () -> new NewDocument("a", place("", List.of(), "x", "长".repeat(1001))));
        isTooLong("tags", 500, () -> new NewDocument("a", place("", List.of("甲", word.substring(0, 499)), "x", "集团")));
    }

    @Test
    void cutsBetweenCharactersAndNotWithinThem() {
        assertThat(FieldLimits.shortened("甲乙丙", 3)).isEqualTo("甲乙丙");
        assertThat(FieldLimits.shortened("甲乙丙丁", 3)).isEqualTo("甲乙…");
        assertThat(FieldLimits.shortened("甲𠮷丙丁", 3)).isEqualTo("甲…");
    }
}
