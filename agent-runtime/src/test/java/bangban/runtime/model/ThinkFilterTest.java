package bangban.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ThinkFilterTest {

    private static String filtered(String text, int size) {
        ThinkFilter filter = new ThinkFilter();
        StringBuilder visible = new StringBuilder();
        for (int i = 0; i < text.length(); i += size) {
            visible.append(filter.accept(text.substring(i, Math.min(text.length(), i + size))));
        }
        return visible.append(filter.rest()).toString();
    }

    @Test
    void blocksAreLeftOutWhereverTheirTagsAreSplit() {
        String text = "<think>甲</think>一<<b <THINK>乙</Think>二 </think>三";
        for (int size = 1; size <= text.length(); size++) {
            assertThat(filtered(text, size)).isEqualTo("一<<b 二 </think>三");
        }
    }

    @Test
    void nothingOfAnUnclosedBlockIsShown() {
        assertThat(filtered("一<think>二", 2)).isEqualTo("一");
    }

    @Test
    void whatOnlyBeginsLikeATagIsKept() {
        assertThat(filtered("a <thi", 1)).isEqualTo("a <thi");
    }

    @Property(tries = 200)
    boolean textWithoutTagsIsUnchanged(@ForAll String text) {
        return text.toLowerCase(java.util.Locale.ROOT).contains("think>")
                || filtered(text, 3).equals(text);
    }
}
