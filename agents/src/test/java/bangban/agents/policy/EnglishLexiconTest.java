package bangban.agents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.ConfigFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnglishLexiconTest {

    @TempDir
    Path config;

    @Test
    void theLongestPhraseCounts() throws IOException {
        EnglishLexicon lexicon = lexicon("leave,离开\nannual leave,年休假|年假\nlodging,住宿\n");

        assertThat(lexicon.chinese("annual leave and lodging")).isEqualTo("年休假 年假 住宿");
    }

    @Test
    void unknownWordsAreLeftOut() throws IOException {
        assertThat(lexicon("lodging,住宿\n").chinese("the lodging of zebras")).isEqualTo("住宿");
        assertThat(lexicon("lodging,住宿\n").chinese("")).isEmpty();
        assertThat(lexicon("lodging,住宿\n").chinese("???")).isEmpty();
    }

    @Test
    void formsOfAWordAreTheWord() throws IOException {
        EnglishLexicon lexicon = lexicon("supplier,供应商\napprove,批准\npolicy,制度\n");

        assertThat(lexicon.chinese("Suppliers")).isEqualTo("供应商");
        assertThat(lexicon.chinese("approved")).isEqualTo("批准");
        assertThat(lexicon.chinese("POLICIES")).isEqualTo("制度");
    }

    @Test
    void withoutAFileThereIsNoTranslation() {
        assertThat(EnglishLexicon.load(new ConfigFolder(config)).chinese("annual leave"))
                .isEmpty();
    }

    @Test
    void theRepositorysOwnLexiconKnowsTheCommonWords() {
        EnglishLexicon lexicon = EnglishLexicon.load(new ConfigFolder(Path.of("../config")));

        assertThat(lexicon.chinese("how many days of annual leave")).contains("年");
        assertThat(lexicon.chinese("who approves the purchase")).isNotBlank();
    }

    private EnglishLexicon lexicon(String lines) throws IOException {
        Files.createDirectories(config.resolve("lexicon"));
        Files.writeString(config.resolve("lexicon/english.csv"), "english,chinese\n" + lines);
        return EnglishLexicon.load(new ConfigFolder(config));
    }
}
