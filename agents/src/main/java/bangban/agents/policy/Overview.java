package bangban.agents.policy;

import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.parse.Block;
import bangban.knowledge.parse.BlockKind;
import bangban.knowledge.parse.Outline;
import bangban.runtime.agent.TurnContext;
import bangban.runtime.verify.Evidence;
import bangban.runtime.verify.Statement;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What files are, in their own words: title, number of pages and headings, or where there are none, how they begin. */
final class Overview {

    private static final int MOST_FILES = 8;
    private static final int MOST_HEADINGS = 15;
    private static final int LONGEST_BEGINNING = 160;
    private static final Pattern ASKED = Pattern.compile(
            "总结|概括|概述|归纳|摘要|大意|主要内容|(讲|说|写)了?(些|的|的是)?(什么|啥)|有(什么|哪些)内容|看(一)?(下|看)(这|附件|文件)"
                    + "|summar|overview|outline|what(('s| is| does).{0,30})?(about|say)\\b|what is (this|in)",
            Pattern.CASE_INSENSITIVE);

    private final TurnContext turn;
    private final PolicyPhrases phrases;

    Overview(TurnContext turn) {
        this.turn = turn;
        this.phrases = PolicyPhrases.in(turn.question().language());
    }

    /** True where nothing else is asked of the files than what they are. */
    static boolean isAsked(String question) {
        return question.isBlank()
                || (question.length() <= 40 && ASKED.matcher(question).find());
    }

    void say(List<OutlinedDocument> files) {
        for (OutlinedDocument file : files.subList(0, Math.min(MOST_FILES, files.size()))) {
            title(file);
            List<Block> headings = headings(file.outline());
            if (headings.isEmpty()) {
                beginning(file);
            } else {
                turn.say(Statement.frame(phrases.consistsOf()));
                for (Block heading : headings) {
                    turn.say(Statement.frame("\n- "));
                    turn.say(quote(file, heading, heading.end()));
                }
            }
            turn.say(Statement.frame("\n\n"));
        }
        turn.say(Statement.frame(files.size() > MOST_FILES ? phrases.moreFiles() : phrases.askNow()));
    }

    private void title(OutlinedDocument file) {
        KnowledgeDocument document = file.document();
        String said = phrases.titleAndPages(document.title(), document.pages());
        file.outline().blocks().stream()
                .filter(block -> !text(file, block, block.end()).isBlank())
                .findFirst()
                .ifPresent(first -> turn.say(Statement.fact(said, evidence(file, first, first.end(), said))));
    }

    private void beginning(OutlinedDocument file) {
        file.outline().blocks().stream()
                .filter(block -> text(file, block, block.end()).strip().length() > 1)
                .findFirst()
                .ifPresent(block -> {
                    turn.say(Statement.frame(phrases.beginsWith()));
                    turn.say(quote(file, block, Math.min(block.end(), block.start() + LONGEST_BEGINNING)));
                });
    }

    /** Of the deepest levels that are not too many together; the title is no heading of its own. */
    private static List<Block> headings(Outline outline) {
        List<Block> all = outline.blocks().stream()
                .filter(block -> block.kind() == BlockKind.HEADING)
                .filter(block -> !outline.text()
                        .substring(block.start(), block.end())
                        .strip()
                        .equals(outline.title()))
                .toList();
        return IntStream.iterate(9, level -> level > 0, level -> level - 1)
                .mapToObj(level ->
                        all.stream().filter(block -> block.level() <= level).toList())
                .filter(some -> some.size() <= MOST_HEADINGS && !some.isEmpty())
                .findFirst()
                .orElse(all.subList(0, Math.min(MOST_HEADINGS, all.size())));
    }

    private static Statement quote(OutlinedDocument file, Block block, int end) {
        String text = text(file, block, end).strip().replaceAll("\\s*\n\\s*", " ");
        return Statement.quote(text, evidence(file, block, end, ""));
    }

    private static String text(OutlinedDocument file, Block block, int end) {
        return file.outline().text().substring(block.start(), end);
    }

    private static Evidence evidence(OutlinedDocument file, Block block, int end, String context) {
        KnowledgeDocument document = file.document();
        String text = text(file, block, end);
        String label = block.label();
        return new Evidence(
                document.id(),
                document.file(),
                document.title(),
                document.version(),
                block.page(),
                label == null ? "" : label,
                block.start(),
                end,
                text,
                context,
                document.validity().from(),
                document.validity().to(),
                document.format().name().toLowerCase(Locale.ROOT));
    }
}
