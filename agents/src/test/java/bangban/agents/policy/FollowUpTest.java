package bangban.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.agents.FakeTurn;
import bangban.runtime.agent.Question;
import org.junit.jupiter.api.Test;

class FollowUpTest {

    private static final Question.Exchange LODGING = new Question.Exchange("出差住宿标准是多少？", "policy", "500元");
    private static final Question.Exchange ABROAD = new Question.Exchange("那出国呢？", "policy", "另有规定");

    @Test
    void aFirstQuestionStandsAlone() {
        assertThat(FollowUp.complete(FakeTurn.question("那出国呢？", null))).isEqualTo(new FollowUp.Completed("那出国呢？", ""));
    }

    @Test
    void aWhatAboutTakesItsSubjectFromTheQuestionBefore() {
        FollowUp.Completed completed = FollowUp.complete(FakeTurn.question("那出国呢？", null, LODGING));

        assertThat(completed.text()).contains("出国").contains("住宿标准");
        assertThat(completed.focus()).contains("出国");
    }

    @Test
    void aChainOfFollowUpsKeepsTheFirstSubject() {
        FollowUp.Completed completed = FollowUp.complete(FakeTurn.question("那处级干部呢", null, LODGING, ABROAD));

        assertThat(completed.text()).contains("处级干部").contains("住宿标准");
    }

    @Test
    void aQuestionThatStandsOnItsOwnStaysAsItIs() {
        for (String question : new String[] {"公司年假一共有多少天可以休", "公章外借需要哪一级领导审批"}) {
            assertThat(FollowUp.complete(FakeTurn.question(question, null, LODGING)))
                    .isEqualTo(new FollowUp.Completed(question, ""));
        }
    }

    @Test
    void anEnglishWhatAboutIsCompletedToo() {
        FollowUp.Completed completed = FollowUp.complete(FakeTurn.question(
                "What about managers?",
                null,
                new Question.Exchange("What is the lodging allowance per night?", "policy", "500")));

        assertThat(completed.text()).contains("managers").contains("lodging allowance");
    }
}
