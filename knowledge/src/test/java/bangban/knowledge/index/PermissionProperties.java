package bangban.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.index.PassageIndex.Filter;
import bangban.knowledge.index.PassageIndex.Hit;
import bangban.knowledge.index.PassageIndex.WordQuery;
import bangban.knowledge.place.Grantee;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.knowledge.place.Validity;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Random organisations, documents and readers against {@link Reader#mayRead} on a list: nothing leaks and nothing that matches is
 * missing. 300 tries, or 10,000 with {@code -Dbangban.prove=true}.
 */
abstract class PermissionProperties {

    private static final int TRIES = Boolean.getBoolean("bangban.prove") ? 10_000 : 300;
    private static final int TRIES_AN_ORGANISATION = 50;
    private static int tried;
    private static final List<String> DOMAINS = List.of("采购", "财务", "安全");
    private static final List<String> TAGS = List.of("限额", "审批", "应急");
    private static final List<String> SESSIONS = List.of("一", "二");
    private static final List<String> USERS = List.of("甲", "乙", "丙");

    /** An empty index. */
    abstract PassageIndex open();

    /** Closes it and deletes what it left. */
    abstract void discard(PassageIndex index) throws IOException;

    @Test
    void showsEveryReaderExactlyWhatTheyMayRead() throws IOException {
        for (int round = 0; round < TRIES / TRIES_AN_ORGANISATION; round++) {
            PassageIndex index = open();
            try {
                tryOrganisation(index, new Random(20_261_123L + round));
            } finally {
                discard(index);
            }
        }
        System.out.println("permission tries passed: " + tried);
    }

    private static void tryOrganisation(PassageIndex index, Random random) {
        List<OrgPath> units = units(random);
        List<KnowledgeDocument> documents = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            KnowledgeDocument document = IndexFixtures.document("d" + i, place(units, random), validity(random));
            List<Passage> passages = IndexFixtures.passages(document.id(), "审批流程" + i, "审批权限" + i);
            index.put(document, passages, IndexFixtures.vectors(passages));
            if (random.nextInt(4) == 0) {
                document = IndexFixtures.document("d" + i, place(units, random), validity(random));
                index.update(document);
            }
            documents.add(document);
        }
        for (int i = 0; i < TRIES_AN_ORGANISATION; i++) {
            check(index, documents, filter(units, random));
            tried++;
        }
    }

    private static void check(PassageIndex index, List<KnowledgeDocument> documents, Filter filter) {
        Set<String> expected = documents.stream()
                .filter(document -> passes(document, filter))
                .map(KnowledgeDocument::id)
                .collect(Collectors.toSet());
        List<Hit> words = index.byWords(new WordQuery("审批"), filter, 100);
        List<Hit> meaning = index.byMeaning(IndexFixtures.vector("审批"), filter, 100);

        assertThat(words).as(filter.toString()).hasSize(expected.size() * 2);
        assertThat(meaning).as(filter.toString()).hasSize(expected.size() * 2);
        assertThat(Stream.concat(words.stream(), meaning.stream())
                        .map(hit -> hit.passage().documentId())
                        .collect(Collectors.toSet()))
                .as(filter.toString())
                .isEqualTo(expected);
        assertThat(index.documents(filter)).isEqualTo(expected.size());
        for (KnowledgeDocument document : documents) {
            assertThat(index.neighbours(document.id(), 0, 9, filter)).hasSize(expected.contains(document.id()) ? 2 : 0);
        }
    }

    private static boolean passes(KnowledgeDocument document, Filter filter) {
        return filter.reader().mayRead(document.place())
                && (filter.asOf() == null || document.validity().covers(filter.asOf()))
                && (filter.documentIds().isEmpty() || filter.documentIds().contains(document.id()))
                && (filter.domains().isEmpty()
                        || (document.place().domain() != null
                                && filter.domains().contains(document.place().domain())))
                && (filter.tags().isEmpty() || document.place().tags().stream().anyMatch(filter.tags()::contains));
    }

    private static List<OrgPath> units(Random random) {
        List<OrgPath> units = new ArrayList<>(List.of(OrgPath.ROOT, new OrgPath("集团")));
        for (int i = 0; i < 8; i++) {
            OrgPath above = units.get(1 + random.nextInt(units.size() - 1));
            units.add(new OrgPath(above.value() + "/" + "厂".repeat(1 + random.nextInt(2)) + random.nextInt(3)));
        }
        return units;
    }

    private static Place place(List<OrgPath> units, Random random) {
        Tier tier = pick(List.of(Tier.values()), random);
        String session = tier == Tier.PERSONAL && random.nextInt(3) == 0 ? pick(SESSIONS, random) : null;
        return new Place(
                tier,
                pick(units, random),
                random.nextInt(3) == 0 ? null : pick(DOMAINS, random),
                TAGS.stream().filter(tag -> random.nextInt(3) == 0).toList(),
                pick(List.of(Clearance.values()), random),
                pick(USERS, random),
                session,
                session == null ? grantees(units, random) : Set.of());
    }

    private static Set<Grantee> grantees(List<OrgPath> units, Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Set.of(new Grantee.Account(pick(USERS, random)));
            case 1 -> Set.of(new Grantee.Unit(pick(units, random)), new Grantee.Account(pick(USERS, random)));
            default -> Set.of();
        };
    }

    private static Validity validity(Random random) {
        LocalDate from = random.nextInt(3) == 0 ? null : day(random);
        LocalDate to = random.nextInt(2) == 0 ? null : (from == null ? day(random) : from.plusDays(random.nextInt(20)));
        return new Validity(from, to);
    }

    private static LocalDate day(Random random) {
        return IndexFixtures.TODAY.plusDays(random.nextInt(30) - 15);
    }

    private static Filter filter(List<OrgPath> units, Random random) {
        Reader reader = new Reader(
                pick(USERS, random),
                pick(units, random),
                pick(List.of(Clearance.values()), random),
                random.nextInt(4) == 0,
                random.nextBoolean() ? null : pick(SESSIONS, random));
        return new Filter(
                reader,
                random.nextInt(5) == 0 ? null : day(random),
                random.nextInt(6) == 0 ? Set.of("d1", "d2", "d3") : Set.of(),
                random.nextInt(4) == 0 ? Set.of(pick(DOMAINS, random)) : Set.of(),
                random.nextInt(4) == 0 ? Set.of(pick(TAGS, random)) : Set.of());
    }

    private static <T> T pick(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
