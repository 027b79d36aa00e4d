package bangban.config;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** A text in both languages of the platform. */
public record LocalText(
        @JsonProperty("zh-CN") String chinese,
        @JsonProperty("en") String english) {

    public LocalText(@JsonProperty("zh-CN") @Nullable String chinese, @JsonProperty("en") @Nullable String english) {
        if (chinese == null || chinese.isBlank() || english == null || english.isBlank()) {
            throw new ConfigException(
                    "a text needs zh-CN and en, but has zh-CN '" + chinese + "' and en '" + english + "'");
        }
        this.chinese = chinese;
        this.english = english;
    }
}
