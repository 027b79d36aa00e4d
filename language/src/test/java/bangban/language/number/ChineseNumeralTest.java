package bangban.language.number;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

class ChineseNumeralTest {

    private static final String FIGURES = "零一二三四五六七八九";

    @Property(tries = 2_000, seed = "20261123")
    void readsBackEveryNumberThatIsWrittenInFull(@ForAll @LongRange(min = 1, max = 999_999_999_999L) long number) {
        assertThat(ChineseNumeral.parse(written(number))).as(written(number)).hasValue(number);
    }

    @Property(tries = 300, seed = "20261123")
    void readsFigureByFigure(@ForAll @LongRange(min = 0, max = 999_999_999L) long number) {
        StringBuilder figures = new StringBuilder();
        Long.toString(number).chars().forEach(digit -> figures.append(FIGURES.charAt(digit - '0')));

        assertThat(ChineseNumeral.parse(figures.toString())).hasValue(number);
    }

    @Property(tries = 500, seed = "20261123")
    void neverFailsOnAnyMixOfNumeralCharacters(
            @ForAll @StringLength(max = 40) @Chars({'零', '〇', '一', '两', '九', '十', '百', '千', '万', '亿', '拾', '年'})
                    String text) {
        assertThat(ChineseNumeral.parse(text))
                .satisfiesAnyOf(
                        value -> assertThat(value).isEmpty(),
                        value -> assertThat(value.getAsLong()).isNotNegative());
    }

    @Example
    void readsColloquialTails() {
        assertThat(ChineseNumeral.parse("一万二")).hasValue(12_000);
        assertThat(ChineseNumeral.parse("三百五")).hasValue(350);
        assertThat(ChineseNumeral.parse("两千六")).hasValue(2_600);
        assertThat(ChineseNumeral.parse("一万零二")).hasValue(10_002);
        assertThat(ChineseNumeral.parse("二十二")).hasValue(22);
    }

    @Example
    void readsTheFormalFiguresOfCheques() {
        assertThat(ChineseNumeral.parse("叁佰零伍")).hasValue(305);
        assertThat(ChineseNumeral.parse("贰拾")).hasValue(20);
    }

    @Example
    void readsHundredsOfMillionsWithTenThousandsBehind() {
        assertThat(ChineseNumeral.parse("一亿二千万")).hasValue(120_000_000);
        assertThat(ChineseNumeral.parse("三百万")).hasValue(3_000_000);
        assertThat(ChineseNumeral.parse("一万亿")).hasValue(1_000_000_000_000L);
    }

    @Example
    void aUnitOfTenThousandAloneIsNoNumeral() {
        assertThat(ChineseNumeral.parse("万")).isEmpty();
        assertThat(ChineseNumeral.parse("万一")).isEmpty();
        assertThat(ChineseNumeral.parse("十")).hasValue(10);
    }

    @Example
    void otherTextIsNoNumeral() {
        assertThat(ChineseNumeral.parse("")).isEmpty();
        assertThat(ChineseNumeral.parse("二十条")).isEmpty();
        assertThat(ChineseNumeral.parse("20")).isEmpty();
        assertThat(ChineseNumeral.parse("一二三四五六七八九一二三四五六七八九")).isEmpty();
    }

    /** Written by hand and not from the code under test: sections of four figures with 亿 and 万 behind them. */
    private static String written(long number) {
        String[] names = {"", "万", "亿"};
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int section = 2; section >= 0; section--) {
            int value = (int) (number / (long) Math.pow(10_000, section) % 10_000);
            if (value == 0) {
                gap = text.length() > 0;
                continue;
            }
            if (text.length() > 0 && (gap || value < 1_000)) {
                text.append('零');
            }
            text.append(section(value)).append(names[section]);
            gap = false;
        }
        return text.toString();
    }

    private static String section(int value) {
        String[] units = {"", "十", "百", "千"};
        StringBuilder text = new StringBuilder();
        boolean gap = false;
        for (int place = 3; place >= 0; place--) {
            int digit = value / (int) Math.pow(10, place) % 10;
            if (digit == 0) {
                gap = text.length() > 0;
                continue;
            }
            text.append(gap ? "零" : "").append(FIGURES.charAt(digit)).append(units[place]);
            gap = false;
        }
        return text.toString();
    }
}
