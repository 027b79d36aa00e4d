package bangban.web.phrase;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;

/** The sentences of one language, from {@code messages_<language>.properties}. */
public final class Phrases {

    public static final Phrases CHINESE = new Phrases(Locale.SIMPLIFIED_CHINESE);
    public static final Phrases ENGLISH = new Phrases(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle bundle;

    private Phrases(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** English for English, Chinese for all else. */
    public static Phrases of(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? ENGLISH : CHINESE;
    }

    /** The language of a terminal, from the variables that POSIX names (Base Definitions, 8.2). */
    public static Phrases ofTerminal(String allCategories, String messages, String language) {
        String first = !allCategories.isEmpty() ? allCategories : !messages.isEmpty() ? messages : language;
        return first.startsWith("en") ? ENGLISH : CHINESE;
    }

    public Locale locale() {
        return locale;
    }

    /** @throws MissingResourceException where there is no such key; a test keeps both languages complete */
    public String text(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    public boolean has(String key) {
        return bundle.containsKey(key);
    }

    public Set<String> keys() {
        return Set.copyOf(bundle.keySet());
    }
}
