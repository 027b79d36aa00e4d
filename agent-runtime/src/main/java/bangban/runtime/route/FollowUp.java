package bangban.runtime.route;

import java.util.regex.Pattern;

/**
 * How much a message looks like going on with the turn before. Short ones only: a long message says for itself what it
 * is about.
 */
enum FollowUp {
    /** Stands on its own. */
    NONE,
    /** Could go on or be new, such as “再查一下库存” or “三月份呢？”: stays unless something else is clearly meant. */
    LIKELY,
    /** Means nothing alone: “那出国呢？”, “换成英文”, “为什么？”. */
    CERTAIN;

    /** In code points; in Latin script a word takes several. */
    private static final int MAX_CHINESE = 14;

    private static final int MAX_LATIN = 45;

    private static final Pattern MEANS_NOTHING_ALONE = Pattern.compile(
            "(那|那么|那要是|那如果|如果是|要是)\\S{1,9}呢[?？]?"
                    + "|(那)?(为什么|为啥|怎么会这样|怎么会|什么原因|原因呢|依据是?什么|依据呢|出处|出处呢|来源呢?|哪一条|第几条|具体点|详细点"
                    + "|说?详细一?点|详细说说|展开说说|继续|接着说|再说一遍|然后呢|还有呢|还有吗|还有别的吗|举个例子|什么意思|真的吗|确定吗)"
                    + "[吗呢呀啊]?[?？。!！]*"
                    + "|(请|帮我)?(换成|改成|改为|换个|去掉|加上|把它|把上面|用表格|做成表|画成|简短|短一?点|长一?点|正式一?点|口语一?点)\\S*"
                    + "|(why|how so|go on|continue|more|shorter|longer|in english|in chinese|what about .*|how about .*)"
                    + "( please)?[?.!]*",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern MAY_GO_ON = Pattern.compile(
            "\\S{1,10}呢[?？]?|(那|再|也|还|都|只要|不要|按|它|这个|那个|这些|那些|上面|刚才|前面|其中|第[一二三四五六七八九十\\d]+[个条项名])\\S*"
                    + "|(and|then|also|make it|it|that) .*",
            Pattern.CASE_INSENSITIVE);

    static FollowUp of(String message) {
        String text = message.strip();
        boolean latin = text.chars().filter(c -> c < 128).count() * 2 > text.length();
        if (text.isEmpty() || text.codePointCount(0, text.length()) > (latin ? MAX_LATIN : MAX_CHINESE)) {
            return NONE;
        }
        if (MEANS_NOTHING_ALONE.matcher(text).matches()) {
            return CERTAIN;
        }
        return MAY_GO_ON.matcher(text).matches() ? LIKELY : NONE;
    }
}
