package bangban.runtime.route;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.language.encode.OnnxTextEncoder;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RouterTest {

    private static final List<RoutableAgent> AGENTS = List.of(
            new RoutableAgent(
                    "policy",
                    List.of("制度问答"),
                    List.of(
                            "出差住宿标准是多少",
                            "年假有几天",
                            "印章外借要谁审批",
                            "招待费人均标准",
                            "按规程怎么处置",
                            "采购多少钱要公开招标",
                            "报销要哪些单子",
                            "加班费怎么规定")),
            new RoutableAgent(
                    "data",
                    List.of("问数"),
                    List.of("上月产量是多少吨", "本季度营业收入", "昨天的燃料比", "查一下库存", "各单位利润同比", "二号高炉煤比趋势", "去年应收账款余额", "电耗完成情况")),
            new RoutableAgent(
                    "secretary",
                    List.of("秘书"),
                    List.of("帮我订个会议室", "提醒我明天交报告", "给机修派工单", "写个会议通知", "我今天有什么日程", "发邮件给财务部", "整理会议纪要", "请假两天")));
    private static final List<String> OUT_OF_SCOPE =
            List.of("讲个笑话", "今天天气怎么样", "红烧肉怎么做", "推荐一部电影", "双色球开什么号", "谁是世界冠军", "唱首歌", "明星八卦");

    private static final OnnxTextEncoder ENCODER = new OnnxTextEncoder();
    private static final Router ROUTER = router();

    private static Router router() {
        return new Router(AGENTS, OUT_OF_SCOPE, List.of(), "policy", ENCODER, TrainingCache.none());
    }

    @AfterAll
    static void close() {
        ENCODER.close();
    }

    @Test
    void aMentionCountsMoreThanTheChosenAgent() {
        assertThat(ROUTER.route("@问数 年假有几天", "secretary", "policy"))
                .isEqualTo(new Routing.Routed(RoutePlan.single("data", "年假有几天"), 1, Routing.How.MENTION));
    }

    @Test
    void theChosenAgentCountsMoreThanTheClassifier() {
        assertThat(ROUTER.route("年假有几天", "secretary", null))
                .isEqualTo(new Routing.Routed(RoutePlan.single("secretary", "年假有几天"), 1, Routing.How.CHOSEN));
    }

    @Test
    void anUnknownChosenAgentIsIgnored() {
        assertThat(agent(ROUTER.route("年假有几天", "nobody", null))).isEqualTo("policy");
    }

    @Test
    void classifiesWhatNamesNobody() {
        assertThat(agent(ROUTER.route("上月产量多少吨", null, null))).isEqualTo("data");
        assertThat(agent(ROUTER.route("明天提醒我交报告", null, "data"))).isEqualTo("secretary");
    }

    @Test
    void anEllipsisStaysWithThePreviousAgent() {
        assertThat(ROUTER.route("那出国呢？", null, "policy")).isInstanceOfSatisfying(Routing.Routed.class, routed -> {
            assertThat(routed.how()).isEqualTo(Routing.How.FOLLOW_UP);
            assertThat(agent(routed)).isEqualTo("policy");
        });
    }

    @Test
    void saysWhatIsOutOfScope() {
        assertThat(ROUTER.route("讲个笑话听听", null, null)).isInstanceOf(Routing.OutOfScope.class);
    }

    @Test
    void splitsAtAConnectorBetweenTwoAgents() {
        assertThat(ROUTER.route("查一下上月产量是多少吨，然后帮我订个会议室", null, null))
                .isInstanceOfSatisfying(
                        Routing.Routed.class,
                        routed -> assertThat(routed.plan().parts())
                                .containsExactly(
                                        new RoutePart("data", "查一下上月产量是多少吨", List.of()),
                                        new RoutePart("secretary", "帮我订个会议室", List.of())));
    }

    @Test
    void aPartThatRefersBackDependsOnTheOneBefore() {
        assertThat(ROUTER.route("查一下昨天的燃料比，然后把结果发邮件给财务部", null, null))
                .isInstanceOfSatisfying(
                        Routing.Routed.class,
                        routed -> assertThat(routed.plan().parts().getLast().dependsOn())
                                .containsExactly(0));
    }

    @Test
    void learnsCorrectionsInTheBackgroundAndReplacesEqualExamples() throws Exception {
        Router router = router();

        router.learn(List.of(new Example("写个会议通知", "policy"), new Example("无人", "gone")))
                .get(60, TimeUnit.SECONDS);

        assertThat(router.classifier().labels()).doesNotContain("gone");
        assertThat(router.classifier().classify("写个会议通知").best().label()).isEqualTo("policy");
    }

    private static String agent(Routing routing) {
        return routing instanceof Routing.Routed routed
                ? routed.plan().parts().getFirst().agent()
                : routing.toString();
    }
}
