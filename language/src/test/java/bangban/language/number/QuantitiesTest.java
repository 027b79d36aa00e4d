package bangban.language.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    不超过30日                  | 30      | 日
                    三十天以内                   | 30      | 日
                    十五个工作日                 | 15      | 个工作日
                    5 个工作日                  | 5       | 个工作日
                    预算为3万元                  | 30000   | 元
                    三万元                     | 30000   | 元
                    12,500元                 | 12500   | 元
                    1.2亿元                   | 120000000 | 元
                    五百块                     | 500     | 元
                    百分之五                    | 5       | %
                    千分之三                    | 0.3     | %
                    3‰                          | 0.3     | %
                    万分之五                    | 0.05    | %
                    五分之二                    | 40      | %
                    三分之二以上                | 66.66666666666667 | %
                    费率为1.5％                 | 1.5     | %
                    温度达到1500℃              | 1500    | ℃
                    within 7 days            | 7       | 日
                    up to 6 months           | 6       | 个月
                    500 yuan per night       | 500     | 元
                    二〇二六年                   | 2026    | 年
                    20余人                    | 20      | 人
                    两名评委                    | 2       | 人
                    """)
    void findsTheNumberWithItsUnit(String text, BigDecimal value, String unit) {
        assertThat(Quantities.in(text)).singleElement().satisfies(found -> {
            assertThat(found.value()).isEqualByComparingTo(value);
            assertThat(found.unit()).isEqualTo(unit);
        });
    }

    @Test
    void chineseAndArabicFiguresOfOneAmountAgree() {
        assertThat(one("二十万元").agreesWith(one("20万元"))).isTrue();
        assertThat(one("二十万元").agreesWith(one("200,000元"))).isTrue();
        assertThat(one("百分之三十").agreesWith(one("30%"))).isTrue();
        assertThat(one("二分之一").agreesWith(one("50%"))).isTrue();
    }

    @Test
    void otherAmountsOrOtherUnitsDoNotAgree() {
        assertThat(one("30日").agreesWith(one("31日"))).isFalse();
        assertThat(one("30日").agreesWith(one("30个工作日"))).isFalse();
        assertThat(one("5万元").agreesWith(one("5元"))).isFalse();
    }

    @Test
    void aClauseNumberIsNoQuantity() {
        assertThat(Quantities.in("依照第二十一条第三款办理")).isEmpty();
        assertThat(Quantities.in("见第3条")).isEmpty();
    }

    @Test
    void aNumeralCharacterInsideAWordIsNoQuantity() {
        assertThat(Quantities.in("统一办理，一律按规定，十分重要")).isEmpty();
        assertThat(Quantities.in("千万不要，万一出错")).isEmpty();
    }

    @Test
    void aUnitWithoutANumberIsNoQuantity() {
        assertThat(Quantities.in("金额（万元）")).isEmpty();
        assertThat(Quantities.in("单位：亿元")).isEmpty();
    }

    @Test
    void offsetsCoverNumberAndUnit() {
        String text = "住宿每人每天500元，最多3天。";

        List<String> pieces = Quantities.in(text).stream()
                .map(found -> text.substring(found.start(), found.end()))
                .toList();

        assertThat(pieces).containsExactly("500元", "3天");
    }

    @Test
    void kindsFollowUnits() {
        assertThat(one("500元").kind()).isEqualTo(Quantity.Kind.MONEY);
        assertThat(one("3个月").kind()).isEqualTo(Quantity.Kind.PERIOD);
        assertThat(one("百分之五").kind()).isEqualTo(Quantity.Kind.SHARE);
        assertThat(one("3人").kind()).isEqualTo(Quantity.Kind.COUNT);
        assertThat(one("1500℃").kind()).isEqualTo(Quantity.Kind.PHYSICAL);
        assertThat(one("520").kind()).isEqualTo(Quantity.Kind.PLAIN);
    }

    private static Quantity one(String text) {
        assertThat(Quantities.in(text)).hasSize(1);
        return Quantities.in(text).getFirst();
    }
}
