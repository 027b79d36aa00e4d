package bangban.knowledge.index;

import static bangban.knowledge.index.IndexFixtures.document;
import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.language.analyze.TermAnalyzer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Of two indexes in one home, whatever the home is. */
abstract class RenewalContract {

    static final TermAnalyzer ANALYZER = new TermAnalyzer();
    static final IndexVersion OLD = new IndexVersion("encoder/1", "analysis/1");
    static final IndexVersion NEW_ANALYSIS = new IndexVersion("encoder/1", "analysis/2");
    static final IndexVersion NEW_ENCODER = new IndexVersion("encoder/2", "analysis/1");
    static final int DIMENSIONS = 64;

    abstract RenewableIndex open(IndexVersion version);

    abstract boolean outgoingExists();

    static void put(PassageIndex index, String id, Place place, String text) {
        var passages = IndexFixtures.passages(id, text);
        index.put(document(id, place), passages, IndexFixtures.vectors(passages));
    }

    static Place group(Clearance clearance) {
        return new Place(Tier.GROUP, new OrgPath("集团"), null, List.of(), clearance, "admin");
    }

    static List<String> byWords(PassageIndex index) {
        return PassageIndexContract.texts(
                index.byWords(new PassageIndex.WordQuery("住宿标准"), PassageIndexContract.ALL, 9));
    }

    static List<String> byMeaning(PassageIndex index) {
        return PassageIndexContract.texts(index.byMeaning(IndexFixtures.vector("住宿标准"), PassageIndexContract.ALL, 9));
    }

    void writtenBefore() {
        try (RenewableIndex index = open(OLD)) {
            put(index, "a", group(Clearance.PUBLIC), "住宿标准甲");
            put(index, "b", group(Clearance.PUBLIC), "住宿标准乙");
        }
    }

    @Test
    void anIndexOfThePresentVersionIsNotRenewed() {
        writtenBefore();
        try (RenewableIndex index = open(OLD)) {
            assertThat(index.isRenewing()).isFalse();
            assertThat(index.isNew()).isFalse();
            assertThat(byWords(index)).hasSize(2);
        }
        assertThat(outgoingExists()).isFalse();
    }

    @Test
    void everyDocumentIsFoundOnceWhileTheIndexIsRenewed() {
        writtenBefore();
        try (RenewableIndex index = open(NEW_ANALYSIS)) {
            assertThat(index.isRenewing()).isTrue();
            assertThat(byWords(index)).containsExactlyInAnyOrder("住宿标准甲", "住宿标准乙");
            assertThat(byMeaning(index)).containsExactlyInAnyOrder("住宿标准甲", "住宿标准乙");
            put(index, "a", group(Clearance.PUBLIC), "住宿标准甲");
            assertThat(byWords(index)).containsExactlyInAnyOrder("住宿标准甲", "住宿标准乙");
            assertThat(index.documents(PassageIndexContract.ALL)).isEqualTo(2);
            assertThat(index.neighbours("b", 0, 9, PassageIndexContract.ALL)).hasSize(1);
            put(index, "b", group(Clearance.PUBLIC), "住宿标准乙");
            index.renewed();
            assertThat(byWords(index)).containsExactlyInAnyOrder("住宿标准甲", "住宿标准乙");
        }
        assertThat(outgoingExists()).isFalse();
        try (RenewableIndex index = open(NEW_ANALYSIS)) {
            assertThat(index.isRenewing()).isFalse();
            assertThat(byMeaning(index)).hasSize(2);
        }
    }

    @Test
    void vectorsOfAnotherEncoderAreNeverCompared() {
        writtenBefore();
        try (RenewableIndex index = open(NEW_ENCODER)) {
            assertThat(byMeaning(index)).isEmpty();
            var found = index.byWords(new PassageIndex.WordQuery("住宿标准"), PassageIndexContract.ALL, 9).stream()
                    .map(PassageIndex.Hit::passage)
                    .toList();
            assertThat(index.vectors(found))
                    .hasSize(2)
                    .allSatisfy(vector -> assertThat(vector).isEqualTo(new float[DIMENSIONS]));
            put(index, "a", group(Clearance.PUBLIC), "住宿标准甲");
            assertThat(byMeaning(index)).containsExactly("住宿标准甲");
        }
    }

    @Test
    void whatBecomesSecretOrIsDeletedMeanwhileIsNotFoundInTheOutgoingIndex() {
        writtenBefore();
        try (RenewableIndex index = open(NEW_ANALYSIS)) {
            index.update(document("a", group(Clearance.SECRET)));
            index.delete("b");
            assertThat(byWords(index)).isEmpty();
            Reader cleared = new Reader("staff", new OrgPath("集团"), Clearance.SECRET, false);
            assertThat(index.documents(new PassageIndex.Filter(cleared, IndexFixtures.TODAY)))
                    .isEqualTo(1);
        }
    }

    @Test
    void aRenewalThatWasCutOffIsStillDue() {
        writtenBefore();
        try (RenewableIndex index = open(NEW_ANALYSIS)) {
            put(index, "a", group(Clearance.PUBLIC), "住宿标准甲");
        }
        try (RenewableIndex index = open(NEW_ANALYSIS)) {
            assertThat(index.isRenewing()).isTrue();
            assertThat(byWords(index)).containsExactlyInAnyOrder("住宿标准甲", "住宿标准乙");
        }
        try (RenewableIndex index = open(NEW_ENCODER)) {
            assertThat(index.isRenewing()).isTrue();
            assertThat(byWords(index)).containsExactly("住宿标准乙");
        }
    }
}
