package bangban.language.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedDayTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 15);

    @ParameterizedTest
    @CsvSource({
        "2020年的差旅标准, 2020-12-31",
        "2023年5月的时候, 2023-05-31",
        "2024年2月, 2024-02-29",
        "2023年5月8日时, 2023-05-08",
        "2023年5月8号, 2023-05-08",
        "2023-05-08 的规定, 2023-05-08",
        "2023/5/8, 2023-05-08",
        "去年的标准, 2025-12-31",
        "前年, 2024-12-31",
        "上个月, 2026-02-28",
        "昨天, 2026-03-14",
        "今天, 2026-03-15",
        "the rule in 2020, 2020-12-31",
        "last year, 2025-12-31"
    })
    void readsTheDay(String text, LocalDate day) {
        assertThat(NamedDay.in(text, TODAY))
                .hasValueSatisfying(named -> assertThat(named.day()).isEqualTo(day));
    }

    @Test
    void whatHasNotEndedIsSeenFromToday() {
        assertThat(NamedDay.in("2026年的标准", TODAY).orElseThrow().day()).isEqualTo(TODAY);
        assertThat(NamedDay.in("2026年3月", TODAY).orElseThrow().day()).isEqualTo(TODAY);
        assertThat(NamedDay.in("今年", TODAY).orElseThrow().day()).isEqualTo(TODAY);
    }

    @Test
    void offsetsCoverTheExpression() {
        String text = "请问2020年住宿标准";
        NamedDay named = NamedDay.in(text, TODAY).orElseThrow();

        assertThat(text.substring(named.start(), named.end())).isEqualTo("2020年");
    }

    @ParameterizedTest
    @ValueSource(strings = {"年假有几天", "2023年13月40日", "超过2000元怎么报", "GB/T 45438-2025 的要求", "工龄满20年", ""})
    void namesNoDay(String text) {
        assertThat(NamedDay.in(text, TODAY)).isEmpty();
    }

    @Test
    void anImpossibleDateIsSkippedForTheNextOne() {
        assertThat(NamedDay.in("2023年13月和2021年", TODAY).orElseThrow().day()).isEqualTo(LocalDate.of(2021, 12, 31));
    }
}
