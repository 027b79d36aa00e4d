package bangban.language.number;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class QuantityRangeTest {

    @Property(tries = 200, seed = "20261123")
    void aboveAndBelowIncludeTheNumberAsTheCivilCodeSays(@ForAll @IntRange(min = 1, max = 1_000_000) int limit) {
        assertThat(holds(limit + "元以上", limit)).isTrue();
        assertThat(holds(limit + "元以上", limit - 1)).isFalse();
        assertThat(holds(limit + "元以下", limit)).isTrue();
        assertThat(holds(limit + "元以下", limit + 1)).isFalse();
        assertThat(holds(limit + "元以内", limit)).isTrue();
    }

    @Property(tries = 200, seed = "20261123")
    void exceedingAndFallingShortLeaveTheNumberOut(@ForAll @IntRange(min = 1, max = 1_000_000) int limit) {
        assertThat(holds("超过" + limit + "元", limit)).isFalse();
        assertThat(holds("超过" + limit + "元", limit + 1)).isTrue();
        assertThat(holds("不满" + limit + "元", limit)).isFalse();
        assertThat(holds("不满" + limit + "元", limit - 1)).isTrue();
        assertThat(holds("低于" + limit + "元", limit)).isFalse();
    }

    @Property(tries = 200, seed = "20261123")
    void aDeniedComparisonIsItsOpposite(@ForAll @IntRange(min = 1, max = 1_000_000) int limit) {
        for (String least : List.of("不低于", "不少于", "不小于", "至少")) {
            assertThat(holds(least + limit + "元", limit)).as(least).isTrue();
            assertThat(holds(least + limit + "元", limit + 1)).as(least).isTrue();
            assertThat(holds(least + limit + "元", limit - 1)).as(least).isFalse();
        }
        for (String most : List.of("不超过", "不高于", "不大于", "不多于", "最多")) {
            assertThat(holds(most + limit + "元", limit)).as(most).isTrue();
            assertThat(holds(most + limit + "元", limit - 1)).as(most).isTrue();
            assertThat(holds(most + limit + "元", limit + 1)).as(most).isFalse();
        }
    }

    @Property(tries = 200, seed = "20261123")
    void twoBoundsMakeOneRange(
            @ForAll @IntRange(min = 1, max = 1_000) int low, @ForAll @IntRange(min = 1, max = 1_000) int width) {
        int high = low + width;
        String text = low + "万元（含）以上、" + high + "万元以下";

        assertThat(QuantityRange.in(text)).singleElement().satisfies(range -> {
            assertThat(range.low()).isEqualByComparingTo(low + "0000");
            assertThat(range.high()).isEqualByComparingTo(high + "0000");
        });
        assertThat(holds(text, low * 10_000)).isTrue();
        assertThat(holds(text, high * 10_000)).isTrue();
        assertThat(holds(text, high * 10_000 + 1)).isFalse();
    }

    @Example
    void whatIsMarkedAsNotIncludedIsNot() {
        assertThat(holds("50元（不含）以下", 50)).isFalse();
        assertThat(holds("50元（不含）以下", 49)).isTrue();
        assertThat(holds("50元（不含）以上", 50)).isFalse();
        assertThat(holds("50元（不含）以上", 51)).isTrue();
        assertThat(holds("50元(含)以上", 50)).isTrue();
    }

    @Example
    void aDashOrToJoinsTwoNumbers() {
        for (String text : List.of("50～100元", "50-100元", "50元至100元", "50到100元")) {
            assertThat(holds(text, 50)).as(text).isTrue();
            assertThat(holds(text, 100)).as(text).isTrue();
            assertThat(holds(text, 101)).as(text).isFalse();
        }
    }

    @Example
    void seniorityFromOneBoundToTheNext() {
        String text = "满10年不满20年的，年休假10天";

        assertThat(QuantityRange.in(text).getFirst().contains(years(10))).isTrue();
        assertThat(QuantityRange.in(text).getFirst().contains(years(20))).isFalse();
    }

    @Example
    void otherUnitsAreNotComparable() {
        assertThat(QuantityRange.in("不超过30日")
                        .getFirst()
                        .contains(Quantities.in("20元").getFirst()))
                .isFalse();
    }

    @Example
    void aSingleNumberDrawsNoRange() {
        assertThat(QuantityRange.in("每人每天500元")).isEmpty();
    }

    private static boolean holds(String text, int yuan) {
        return QuantityRange.in(text).stream()
                .anyMatch(range -> range.contains(Quantities.in(yuan + "元").getFirst()));
    }

    private static Quantity years(int years) {
        return Quantities.in(years + "年").getFirst();
    }
}
