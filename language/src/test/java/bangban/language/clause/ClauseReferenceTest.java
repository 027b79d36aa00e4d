package bangban.language.clause;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.language.clause.ClauseReference.Found;
import bangban.language.clause.ClauseReference.Level;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClauseReferenceTest {

    @Test
    void writesEveryFormInTheUsualWay() {
        assertThat(ClauseReference.normalize("第二十一条第三款第（二）项")).isEqualTo("第二十一条第三款第二项");
        assertThat(ClauseReference.normalize("第21条")).isEqualTo("第二十一条");
        assertThat(ClauseReference.normalize("第 21 条")).isEqualTo("第二十一条");
        assertThat(ClauseReference.normalize("第十一条之一")).isEqualTo("第十一条之一");
        assertThat(ClauseReference.normalize("第三章第二节")).isEqualTo("第三章第二节");
        assertThat(ClauseReference.normalize("附件一")).isEqualTo("附件1");
        assertThat(ClauseReference.normalize("3.2.1")).isEqualTo("3.2.1");
        assertThat(ClauseReference.normalize("采购方式")).isEqualTo("采购方式");
    }

    @Test
    void findsReferencesWithTheirPositions() {
        String text = "违反本法第二十条第一款、第三款规定，或者第三十一条之一第(二)项、附件2和3.2.1的，处3.2万元罚款。";
        List<Found> found = ClauseReference.findAll(text);
        assertThat(found)
                .extracting(one -> one.reference().format())
                .containsExactly("第二十条第一款", "第二十条第三款", "第三十一条之一第二项", "附件2", "3.2.1");
        assertThat(found)
                .extracting(one -> text.substring(one.start(), one.end()))
                .containsExactly("第二十条第一款", "第三款", "第三十一条之一第(二)项", "附件2", "3.2.1");
    }

    @Test
    void doesNotTakeOrdinalsForClauses() {
        assertThat(ClauseReference.findAll("第一步减风，第二目标是稳炉温，第三项目组负责，见第十二届会议")).isEmpty();
    }

    @Test
    void knowsWhatLiesWithinAnother() {
        ClauseReference article = ClauseReference.article(21);
        assertThat(article.contains(article.within(Level.PARAGRAPH, 3))).isTrue();
        assertThat(article.contains(ClauseReference.article(22))).isFalse();
        assertThat(article.within(Level.ITEM, 2).format()).isEqualTo("第二十一条第二项");
        assertThat(article.step(Level.ARTICLE).orElseThrow().number()).isEqualTo(21);
    }
}
