package bangban.knowledge.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WrittenDatesTest {

    @Test
    void readsFromWhenATextIsInForce() {
        assertThat(WrittenDates.inForceFrom("本办法自2025年3月1日起施行。")).hasValue(LocalDate.of(2025, 3, 1));
        assertThat(WrittenDates.inForceFrom("本条例自一九八六年七月一日起施行。")).hasValue(LocalDate.of(1986, 7, 1));
        assertThat(WrittenDates.inForceFrom("自2024年1月1日起执行，原安排停止。")).hasValue(LocalDate.of(2024, 1, 1));
        assertThat(WrittenDates.inForceFrom("自2020年1月1日起施行的《旧办法》同时废止。")).isEmpty();
        assertThat(WrittenDates.inForceFrom("1999年6月7日 国家档案局发布\n本办法自发布之日起施行。")).hasValue(LocalDate.of(1999, 6, 7));
        assertThat(WrittenDates.inForceFrom("This handbook is effective from 1 March 2025."))
                .hasValue(LocalDate.of(2025, 3, 1));
        assertThat(WrittenDates.inForceFrom("自2025年13月1日起施行。")).isEmpty();
    }

    @Test
    void readsDateAndVersionOutOfAName() {
        assertThat(WrittenDates.inName("公司法(2023-12-29)")).hasValue(LocalDate.of(2023, 12, 29));
        assertThat(WrittenDates.inName("通知20240501")).hasValue(LocalDate.of(2024, 5, 1));
        assertThat(WrittenDates.inName("标准（2025）")).isEmpty();
        assertThat(WrittenDates.version("差旅费管理办法（2025版）")).hasValue("2025版");
        assertThat(WrittenDates.version("印章管理办法（2024修订）")).hasValue("2024修订");
        assertThat(WrittenDates.version("公司法(2023-12-29)")).hasValue("2023-12-29");
    }

    @Test
    void versionsOfOneRuleHaveTheSameKey() {
        assertThat(WrittenDates.seriesKey("差旅费管理办法（2025版）"))
                .isEqualTo(WrittenDates.seriesKey("差旅费管理办法（2023年修订）"))
                .isEqualTo("差旅费管理办法");
        assertThat(WrittenDates.seriesKey("财务报告（2024年度）")).isNotEqualTo(WrittenDates.seriesKey("财务报告（2025年度）"));
    }
}
