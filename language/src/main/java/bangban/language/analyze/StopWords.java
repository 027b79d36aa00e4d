package bangban.language.analyze;

import java.util.Set;

/** Words of a question that say nothing about what is sought. Passages keep them. */
final class StopWords {

    private static final Set<String> CHINESE = Set.of(("的 地 得 了 着 过 吗 呢 吧 啊 么 嘛 呀 哦 请 请问 麻烦 谢谢 您好 你好 是 在 和 与 及 或 或者 以及 "
                    + "我 你 您 他 她 它 我们 你们 他们 她们 咱们 自己 有 就 都 而 而且 被 把 给 对 对于 关于 于 以 由 到 从 为 为了 也 还 又 会 能 "
                    + "能否 可以 可 可否 要 想 需要 应 应该 应当 多少 什么 哪些 哪个 哪里 哪 谁 何 怎么 怎么办 如何 怎样 为什么 为何 是否 是不是 有没有 "
                    + "能不能 可不可以 要不要 几 这 那 这个 那个 这样 那样 这些 那些 这种 那种 一个 一 个 其 之 所 等 第 条 该 后 时 中 上 下 里 "
                    + "不 没 没有 问 知道 告诉 介绍 一下 说说 看看 查 查询 帮 帮我 如果 但 但是 因为 所以 然后 还是 的话 情况 问题 "
                    + "呗 啦 哪儿 啥 咋 咋办 算 算是 属于 有关 相关 具体 目前 现在 那么 怎么样 么样 怎么着 有何 有什么 什么样 会不会")
            .split(" "));

    private static final Set<String> ENGLISH =
            Set.of(("a an the is are was were be been do does did can could should would may might will shall must "
                            + "i you he she it we they me my your our their his her its of to in on at for from by with and or not as if "
                            + "what which who whom whose when where why how please there this that these those about into than then")
                    .split(" "));

    private StopWords() {}

    static boolean contains(String word) {
        return CHINESE.contains(word) || ENGLISH.contains(word);
    }
}
