package bangban.knowledge.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OcrPunctuationTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "第二条,本办法(试行)适用于总部:|第二条，本办法（试行）适用于总部：",
                "时间９：３０至10:45|时间9:30至10:45",
                "ＩＳＯ９００１认证|ISO9001认证",
                "合计1，000元|合计1,000元",
                "see section 3.2 (draft), page 4|see section 3.2 (draft), page 4",
                "谈判(磋商）方式|谈判（磋商）方式",
                "本办法自发布之日起施行.|本办法自发布之日起施行。",
                "误差为0.5毫米|误差为0.5毫米",
            })
    void widthFollowsWhatStandsBeside(String read, String meant) {
        assertThat(OcrPunctuation.normalised(read)).isEqualTo(meant);
    }
}
