package bangban.bench.kills;

import bangban.bench.writing.WrittenFile;
import bangban.config.organisation.Clearance;
import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.catalog.OriginalStore;
import bangban.knowledge.catalog.OriginalStore.Part;
import bangban.knowledge.chunk.Chunker;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.index.PassageIndex.Filter;
import bangban.knowledge.index.PassageIndex.Hit;
import bangban.knowledge.index.PassageIndex.WordQuery;
import bangban.knowledge.parse.Outline;
import bangban.knowledge.parse.PageProgress;
import bangban.knowledge.parse.ParseException;
import bangban.knowledge.parse.Parsers;
import bangban.knowledge.parse.Reading;
import bangban.knowledge.parse.SourceFile;
import bangban.knowledge.place.Reader;
import bangban.web.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Catalogue, index and files against what was accepted: each there, whole, once, and nothing else. */
final class WholenessCheck {

    private static final Pattern CODE = Pattern.compile("KX\\d{6}");
    private static final int MANY = 10_000;

    private final Platform platform;
    private final Path home;
    private final Findings findings;
    private final Filter all;

    WholenessCheck(Platform platform, Path home, Findings findings) {
        this.platform = platform;
        this.home = home;
        this.findings = findings;
        Reader reader = new Reader(
                "admin",
                platform.accounts().find("admin").orElseThrow().principal().org(),
                Clearance.CONFIDENTIAL,
                true);
        this.all = new Filter(reader, LocalDate.of(9999, 1, 1), Set.of(), Set.of(), Set.of());
    }

    void check(Map<String, WrittenFile> accepted) throws IOException {
        Map<String, KnowledgeDocument> byFile = new HashMap<>();
        for (CatalogEntry entry : platform.documents().all()) {
            KnowledgeDocument document = entry.document();
            findings.that(byFile.put(document.file(), document) == null, document.file() + " is in the catalogue once");
        }
        Parsers parsers = Parsers.standard();
        int readable = 0;
        for (WrittenFile file : accepted.values()) {
            for (WrittenFile each : withInside(parsers, file)) {
                Optional<Outline> outline = outline(parsers, each);
                KnowledgeDocument document = byFile.get(each.name());
                findings.that(
                        outline.isPresent() == (document != null),
                        each.name() + " is in the catalogue where it can be read");
                if (outline.isPresent() && document != null) {
                    readable++;
                    check(each, outline.get(), document);
                }
            }
        }
        findings.that(byFile.size() == readable, "the catalogue holds nothing else");
        findings.that(platform.index().documents(all) == readable, "the index holds no other document");
        leftovers(byFile);
    }

    /** The files inside, where it is an archive; else itself. */
    private static List<WrittenFile> withInside(Parsers parsers, WrittenFile file) {
        return switch (read(parsers, file).orElse(null)) {
            case Reading.Archive archive ->
                archive.inside().files().stream()
                        .map(inside -> new WrittenFile(file.name() + "/" + inside.path(), inside.bytes()))
                        .toList();
            case Reading.Document document -> List.of(file);
            case null -> List.of(file);
        };
    }

    private static Optional<Outline> outline(Parsers parsers, WrittenFile file) {
        return read(parsers, file)
                .flatMap(reading -> reading instanceof Reading.Document document
                        ? Optional.of(document.outline())
                        : Optional.empty());
    }

    private static Optional<Reading> read(Parsers parsers, WrittenFile file) {
        String name = file.name().substring(file.name().lastIndexOf('/') + 1);
        try {
            return Optional.of(parsers.read(new SourceFile(name, file.bytes()), PageProgress.NONE));
        } catch (ParseException e) {
            return Optional.empty();
        }
    }

    private void check(WrittenFile file, Outline outline, KnowledgeDocument document) {
        String id = document.id();
        OriginalStore originals = new OriginalStore(home);
        findings.that(
                originals
                        .read(id, Part.ORIGINAL)
                        .filter(bytes -> Arrays.equals(bytes, file.bytes()))
                        .isPresent(),
                file.name() + " has the original that was accepted last");
        findings.that(
                platform.ingestion().outline(id).filter(outline::equals).isPresent(),
                file.name() + " has the outline of that original");
        List<String> expected = new Chunker()
                .chunk(id, document.title(), outline).stream()
                        .map(Passage::text)
                        .toList();
        List<String> indexed = platform.index().neighbours(id, 0, MANY, all).stream()
                .map(Passage::text)
                .toList();
        findings.that(
                expected.equals(indexed),
                file.name() + " has each passage once in the index: " + expected.size() + ", " + indexed.size());
        Matcher code = CODE.matcher(file.name());
        if (code.find()) {
            List<Hit> hits = platform.index().byWords(new WordQuery(code.group()), all, MANY);
            Set<String> found =
                    hits.stream().map(hit -> hit.passage().documentId()).collect(Collectors.toSet());
            findings.that(found.equals(Set.of(id)), file.name() + " alone is found by its code: " + found);
        }
    }

    private void leftovers(Map<String, KnowledgeDocument> byFile) throws IOException {
        Set<String> expected = new HashSet<>();
        for (KnowledgeDocument document : byFile.values()) {
            for (String part : List.of("original", "outline.json.gz", "vectors")) {
                expected.add(document.id() + "/" + part);
            }
        }
        findings.that(
                files("documents").equals(expected), "documents/ holds what belongs to documents and nothing else");
        findings.that(files("uploads").isEmpty(), "uploads/ is empty: " + files("uploads"));
        JdbcClient jdbc = platform.context().getBean(JdbcClient.class);
        findings.that(
                jdbc.sql("select count(*) from knowledge_task where task_name = 'ingest-file'")
                                .query(Integer.class)
                                .single()
                        == 0,
                "no task is left");
        findings.that(
                jdbc.sql("select count(*) from knowledge_job_file where status not in ('DONE', 'FAILED')")
                                .query(Integer.class)
                                .single()
                        == 0,
                "no file is left");
    }

    private Set<String> files(String folder) throws IOException {
        Path root = home.resolve(folder);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .collect(Collectors.toSet());
        }
    }
}
