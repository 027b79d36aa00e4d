package bangban.runtime.route;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Explicit addressing at the start or the end of a message: {@code @冰冰 …}, {@code /policy …}, {@code … @制度问答}, with
 * full-width ＠ and ／ too. Of several aliases that fit, the longest counts; an unknown name is no mention, so e-mail
 * addresses and paths stay text.
 */
public final class MentionParser {

    private final Map<String, String> agentOfAlias =
            new TreeMap<>(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));

    /**
     * @param agent the agent that is addressed
     * @param request the message without the mention; empty if there is nothing else
     */
    public record Mention(String agent, String request) {}

    /** @throws IllegalArgumentException if two agents claim the same alias */
    public MentionParser(List<RoutableAgent> agents) {
        for (RoutableAgent agent : agents) {
            claim(agent.name(), agent.name());
            agent.aliases().forEach(alias -> claim(alias, agent.name()));
        }
    }

    private void claim(String alias, String agent) {
        String other = agentOfAlias.putIfAbsent(alias.toLowerCase(Locale.ROOT), agent);
        if (other != null && !other.equals(agent)) {
            throw new IllegalArgumentException("alias '" + alias + "' belongs to both " + other + " and " + agent);
        }
    }

    public Optional<Mention> parse(String message) {
        String text = message.strip();
        return atStart(text).or(() -> atEnd(text));
    }

    private Optional<Mention> atStart(String text) {
        if (text.isEmpty() || !isMark(text.charAt(0))) {
            return Optional.empty();
        }
        String behind = text.substring(1);
        return agentOfAlias.entrySet().stream()
                .filter(entry -> startsWith(behind, entry.getKey()))
                .filter(entry -> endsThere(behind, entry.getKey(), text.charAt(0)))
                .findFirst()
                .map(entry -> new Mention(
                        entry.getValue(),
                        behind.substring(entry.getKey().length())
                                .replaceFirst("^[\\s,，:：、。!！]+", "")
                                .strip()));
    }

    private Optional<Mention> atEnd(String text) {
        String bare = text.replaceFirst("[。.!！?？~～\\s]+$", "");
        int mark = Math.max(bare.lastIndexOf('@'), bare.lastIndexOf('＠'));
        if (mark <= 0 || isWord(bare.charAt(mark - 1)) && isAscii(bare.charAt(mark - 1))) {
            return Optional.empty();
        }
        String agent = agentOfAlias.get(bare.substring(mark + 1).toLowerCase(Locale.ROOT));
        if (agent == null) {
            return Optional.empty();
        }
        String request = bare.substring(0, mark) + text.substring(bare.length());
        return Optional.of(new Mention(agent, request.strip()));
    }

    private static boolean startsWith(String text, String alias) {
        return text.regionMatches(true, 0, alias, 0, alias.length());
    }

    /**
     * “@冰冰帮我看看” needs no space, but “@databank”, “@policy.com” and “/data/x.csv” name nobody. Behind “/” there must
     * be a gap even in Chinese, since “/制度/附件” is a path.
     */
    private static boolean endsThere(String text, String alias, char mark) {
        if (text.length() == alias.length()) {
            return true;
        }
        char next = text.charAt(alias.length());
        if (Character.isWhitespace(next) || ",，:：、。!！?？".indexOf(next) >= 0) {
            return true;
        }
        boolean chineseAlias = !isAscii(alias.charAt(alias.length() - 1));
        return (mark == '@' || mark == '＠') && (chineseAlias ? isWord(next) || isOpening(next) : !isAscii(next));
    }

    private static boolean isOpening(char c) {
        return "“\"《（(「【".indexOf(c) >= 0;
    }

    private static boolean isMark(char c) {
        return c == '@' || c == '＠' || c == '/' || c == '／';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private static boolean isAscii(char c) {
        return c < 128;
    }
}
