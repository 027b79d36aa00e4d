package bangban.bench.kills;

import bangban.bench.writing.WrittenFile;
import bangban.bench.writing.WrittenFile.Kind;
import bangban.bench.writing.WrittenRule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Files that are brought to the server, one to four at a time, and what it accepted. What it did not confirm is brought again; what it
 * confirmed is not.
 */
final class Deliveries {

    private static final int ONE_IN_REWRITTEN = 12;
    private static final int ONE_IN_AN_ARCHIVE = 10;
    private static final int FILES_IN_AN_ARCHIVE = 5;
    private static final int CORRUPT = 2;
    /** Numbers of rules from here on are inside archives. */
    private static final int INSIDE = 100_000;

    private final Deque<List<WrittenFile>> left = new ArrayDeque<>();
    private final List<String> jobs = new ArrayList<>();
    private final Map<String, WrittenFile> accepted = new LinkedHashMap<>();

    /** Every tenth file is an archive, every twelfth comes again with another text or contents; two cannot be read. */
    Deliveries(int documents, Random random) {
        List<WrittenFile> files = new ArrayList<>();
        List<WrittenFile> rewritten = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            WrittenRule rule = WrittenRule.of(i, 4 + random.nextInt(24));
            Kind kind = kind(i);
            files.add(WrittenFile.of(rule, kind));
            if (i % ONE_IN_REWRITTEN == 0) {
                rewritten.add(rewritten(rule, kind, documents + i, random));
            }
            if (i % ONE_IN_AN_ARCHIVE == 0) {
                archives(i, files, rewritten, random);
            }
        }
        for (int i = 0; i < CORRUPT; i++) {
            files.add(
                    files.size() / 2,
                    new WrittenFile("坏" + i + ".pdf", "%PDF-1.7 garbage".getBytes(StandardCharsets.US_ASCII)));
        }
        files.addAll(rewritten);
        for (int i = 0; i < files.size(); ) {
            int end = Math.min(files.size(), i + 1 + random.nextInt(4));
            left.add(List.copyOf(files.subList(i, end)));
            i = end;
        }
    }

    private static Kind kind(int number) {
        return Kind.values()[number % Kind.values().length];
    }

    private static WrittenFile rewritten(WrittenRule rule, Kind kind, int number, Random random) {
        WrittenRule other = WrittenRule.of(number, 4 + random.nextInt(12));
        return WrittenFile.of(new WrittenRule(rule.title(), rule.code(), other.chapters()), kind);
    }

    /** One with five files; every other one comes again with one file changed and one gone. */
    private static void archives(int number, List<WrittenFile> files, List<WrittenFile> rewritten, Random random) {
        List<WrittenFile> inside = new ArrayList<>();
        for (int i = 0; i < FILES_IN_AN_ARCHIVE; i++) {
            WrittenRule rule = WrittenRule.of(INSIDE + FILES_IN_AN_ARCHIVE * number + i, 4 + random.nextInt(8));
            inside.add(WrittenFile.of(rule, kind(i)));
        }
        String name = "制度汇编" + number + ".zip";
        files.add(WrittenFile.archive(name, inside));
        if (number % (2 * ONE_IN_AN_ARCHIVE) == 0) {
            WrittenRule first = WrittenRule.of(INSIDE + FILES_IN_AN_ARCHIVE * number, 1);
            inside.set(0, rewritten(first, kind(0), 2 * INSIDE + number, random));
            inside.removeLast();
            rewritten.add(WrittenFile.archive(name, inside));
        }
    }

    int left() {
        return left.size();
    }

    /** Brings up to so many; ends early where the server dies. */
    void bring(KnowledgeClient client, int most, AtomicInteger confirmed) throws InterruptedException {
        for (int i = 0; i < most && !left.isEmpty(); i++) {
            try {
                jobs.add(client.upload(left.getFirst()));
                left.removeFirst().forEach(file -> accepted.put(file.name(), file));
                confirmed.incrementAndGet();
            } catch (IOException e) {
                return;
            }
        }
    }

    /** The jobs that were confirmed. */
    List<String> jobs() {
        return List.copyOf(jobs);
    }

    /** What was confirmed last under each name. */
    Map<String, WrittenFile> accepted() {
        return Map.copyOf(accepted);
    }
}
