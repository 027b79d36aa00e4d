package bangban.language.clause;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChineseNumeralsTest {

    @Test
    void readsBackEveryNumberItWrites() {
        for (int number = 0; number < 100_000; number++) {
            assertThat(ChineseNumerals.parse(ChineseNumerals.format(number))).hasValue(number);
        }
    }

    @Test
    void writesNumbersAsRulesDo() {
        assertThat(ChineseNumerals.format(10)).isEqualTo("十");
        assertThat(ChineseNumerals.format(21)).isEqualTo("二十一");
        assertThat(ChineseNumerals.format(103)).isEqualTo("一百零三");
        assertThat(ChineseNumerals.format(110)).isEqualTo("一百一十");
        assertThat(ChineseNumerals.format(1260)).isEqualTo("一千二百六十");
        assertThat(ChineseNumerals.format(10_005)).isEqualTo("一万零五");
    }

    @Test
    void readsFigureByFigureArabicAndFullWidth() {
        assertThat(ChineseNumerals.parse("一〇三")).hasValue(103);
        assertThat(ChineseNumerals.parse("二〇二五")).hasValue(2025);
        assertThat(ChineseNumerals.parse("21")).hasValue(21);
        assertThat(ChineseNumerals.parse("２１")).hasValue(21);
        assertThat(ChineseNumerals.parse("两千")).hasValue(2000);
        assertThat(ChineseNumerals.parse("一百零十")).hasValue(110);
    }

    @Test
    void readsNothingWhereThereIsNoNumber() {
        for (String text : new String[] {"", "条", "百", "十百", "一二十", "3.2", "99999999", "万万"}) {
            assertThat(ChineseNumerals.parse(text)).as(text).isEmpty();
        }
    }
}
