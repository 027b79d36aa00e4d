package bangban.runtime.verify;

import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markdown that a model wrote, with everything taken out that a reader's program would load, run, open or take for a citation. First what
 * is well formed is removed in a readable way; then the beginnings of whatever is left are broken by a blank, so that neither nesting nor
 * text around it can make it active. Code may get a blank by this; it gets nothing worse.
 */
final class InertMarkdown {

    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->|<[!?][^<>]*>", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9-]*)(?:\\s[^<>]*)?/?>");
    private static final Set<String> HTML = Set.of(
            "a",
            "abbr",
            "address",
            "applet",
            "area",
            "article",
            "aside",
            "audio",
            "b",
            "base",
            "bdi",
            "bdo",
            "big",
            "blink",
            "blockquote",
            "body",
            "br",
            "button",
            "canvas",
            "caption",
            "center",
            "cite",
            "code",
            "col",
            "colgroup",
            "data",
            "datalist",
            "dd",
            "del",
            "details",
            "dfn",
            "dialog",
            "div",
            "dl",
            "dt",
            "em",
            "embed",
            "fieldset",
            "figcaption",
            "figure",
            "font",
            "footer",
            "form",
            "frame",
            "frameset",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "head",
            "header",
            "hr",
            "html",
            "i",
            "iframe",
            "image",
            "img",
            "input",
            "ins",
            "kbd",
            "label",
            "legend",
            "li",
            "link",
            "main",
            "map",
            "mark",
            "marquee",
            "math",
            "menu",
            "meta",
            "meter",
            "nav",
            "noscript",
            "object",
            "ol",
            "optgroup",
            "option",
            "output",
            "p",
            "param",
            "picture",
            "pre",
            "progress",
            "q",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "script",
            "section",
            "select",
            "slot",
            "small",
            "source",
            "span",
            "strike",
            "strong",
            "style",
            "sub",
            "summary",
            "sup",
            "svg",
            "table",
            "tbody",
            "td",
            "template",
            "textarea",
            "tfoot",
            "th",
            "thead",
            "time",
            "title",
            "tr",
            "track",
            "tt",
            "u",
            "ul",
            "var",
            "video",
            "wbr");
    private static final Pattern LINK = Pattern.compile(
            "!?\\[([^\\[\\]]*+)]\\(\\s*<?(?:[a-z][a-z0-9+.-]*:|/|#|\\.|www\\.)[^)\\n]*\\)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEFINITION = Pattern.compile("^ {0,3}\\[[^\\[\\]]++]:[^\\n]*", Pattern.MULTILINE);
    private static final Pattern AUTOLINK =
            Pattern.compile("<([a-z][a-z0-9+.-]{1,31}:[^<>\\s]*)>", Pattern.CASE_INSENSITIVE);
    /** Code keeps its brackets: whoever shows marks leaves code as it is. */
    private static final Pattern CODE_OR_MARK = Pattern.compile(
            "(?s)(`++)[^`].*?(?<!`)\\1(?!`)|\\[\\^?\\d{1,3}(?:\\s*[,，、-]\\s*\\d{1,3})*]|【\\d{1,3}[^】\\n]{0,20}】");

    private static final Pattern SCHEME =
            Pattern.compile("(?:\\b[a-z][a-z0-9+.-]{0,20})?://", Pattern.CASE_INSENSITIVE);
    private static final Pattern WWW = Pattern.compile("\\b(?:www\\.)+", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGUN =
            Pattern.compile("](?=[(:]|$)|<(?=[A-Za-z/!?]|$)|:(?=//)|www(?=\\.)", Pattern.CASE_INSENSITIVE);
    /** A link around an image around a link is as deep as anyone goes on purpose. */
    private static final int DEPTH = 3;

    private InertMarkdown() {}

    static String of(String markdown) {
        StringBuilder visible = new StringBuilder(markdown.length());
        markdown.codePoints().filter(InertMarkdown::isText).forEach(visible::appendCodePoint);
        String text = COMMENT.matcher(visible).replaceAll("");
        text = TAG.matcher(text).replaceAll(InertMarkdown::unlessHtml);
        for (int i = 0; i < DEPTH; i++) {
            text = LINK.matcher(text).replaceAll("$1");
        }
        text = DEFINITION.matcher(text).replaceAll("");
        text = AUTOLINK.matcher(text).replaceAll("$1");
        text = SCHEME.matcher(text).replaceAll("");
        text = WWW.matcher(text).replaceAll("");
        text = CODE_OR_MARK.matcher(text).replaceAll(match -> codeOr(match, ""));
        text = CODE_OR_MARK.matcher(text).replaceAll(match -> codeOr(match, " "));
        return BEGUN.matcher(text).replaceAll("$0 ");
    }

    private static String unlessHtml(MatchResult tag) {
        boolean html = HTML.contains(tag.group(1).toLowerCase(Locale.ROOT));
        return html ? "" : Matcher.quoteReplacement(tag.group());
    }

    /** The second time a blank, so that what stood around a mark does not become one. */
    private static String codeOr(MatchResult match, String instead) {
        return match.group(1) == null ? instead : Matcher.quoteReplacement(match.group());
    }

    /** Invisible characters could hide a tag from these patterns, or text from people. */
    private static boolean isText(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
