package bangban.knowledge.cite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.Format;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.chunk.PassageUnit;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import bangban.knowledge.place.Validity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CiterTest {

    private static final KnowledgeDocument DOCUMENT = new KnowledgeDocument(
            "d",
            "采购办法.pdf",
            "采购办法",
            new Place(Tier.GROUP, OrgPath.ROOT, null, List.of(), Clearance.PUBLIC, ""),
            new Validity(LocalDate.of(2024, 1, 1), null),
            "2024版",
            null,
            Format.PDF,
            9,
            "00",
            Instant.EPOCH);

    private static final Passage PASSAGE = new Passage(
            "d#0",
            "d",
            0,
            List.of("采购办法"),
            "第五条",
            3,
            100,
            113,
            "有下列情形：\n（一）甲乙；",
            List.of(
                    new PassageUnit("第五条", 3, 100, 106, List.of(), List.of()),
                    new PassageUnit("第五条第一项", 4, 107, 113, List.of(), List.of())));

    @Test
    void namesTheFinestUnitThatCoversTheRange() {
        Citation citation = Citer.cite(DOCUMENT, PASSAGE, 110, 113);
        assertThat(citation.clause()).isEqualTo("第五条第一项");
        assertThat(citation.page()).isEqualTo(4);
        assertThat(citation.quote()).isEqualTo("甲乙；");
        assertThat(citation.version()).isEqualTo("2024版");
        assertThat(citation.effectiveFrom()).isEqualTo("2024-01-01");
    }

    @Test
    void namesThePassageWhereTheRangeReachesOverUnits() {
        Citation citation = Citer.cite(DOCUMENT, PASSAGE);
        assertThat(citation.clause()).isEqualTo("第五条");
        assertThat(citation.page()).isEqualTo(3);
        assertThat(citation.quote()).isEqualTo(PASSAGE.text());
    }

    @Test
    void refusesARangeOutsideThePassage() {
        assertThatIllegalArgumentException().isThrownBy(() -> Citer.cite(DOCUMENT, PASSAGE, 90, 101));
    }
}
