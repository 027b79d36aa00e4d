package bangban.knowledge.parse;

import java.util.regex.Pattern;

/** Takes the marks out of a line of Markdown: emphasis, code, links, images, tags, escapes. */
final class MarkdownInline {

    private static final Pattern IMAGE = Pattern.compile("!\\[([^\\]]*)]\\([^)]*\\)");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]+)]\\((?:[^()]|\\([^)]*\\))*\\)");
    private static final Pattern REFERENCE = Pattern.compile("\\[([^\\]]+)]\\[[^\\]]*]");
    private static final Pattern ADDRESS = Pattern.compile("<(https?://[^>]+)>");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*(?:\\s[^<>]*)?/?>");
    private static final Pattern STRONG = Pattern.compile("(\\*\\*\\*|\\*\\*|___|__|~~)(?=\\S)(.+?)(?<=\\S)\\1");
    private static final Pattern STAR = Pattern.compile("(?<![*\\w])\\*(?=[^\\s*])([^*]+?)(?<=[^\\s*])\\*(?![*\\w])");
    private static final Pattern UNDERSCORE = Pattern.compile("(?<![\\w])_(?=\\S)([^_]+?)(?<=\\S)_(?![\\w])");
    private static final Pattern CODE = Pattern.compile("(`+)(.+?)\\1");
    private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+\\-.!|>~])");

    private MarkdownInline() {}

    static String plain(String line) {
        String text = IMAGE.matcher(line).replaceAll("$1");
        text = LINK.matcher(text).replaceAll("$1");
        text = REFERENCE.matcher(text).replaceAll("$1");
        text = ADDRESS.matcher(text).replaceAll("$1");
        text = TAG.matcher(text).replaceAll("");
        text = STRONG.matcher(text).replaceAll("$2");
        text = STAR.matcher(text).replaceAll("$1");
        text = UNDERSCORE.matcher(text).replaceAll("$1");
        text = CODE.matcher(text).replaceAll("$2");
        text = ESCAPE.matcher(text).replaceAll("$1");
        return text.replace("&nbsp;", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
