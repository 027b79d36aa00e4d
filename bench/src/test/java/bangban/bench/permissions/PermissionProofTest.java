package bangban.bench.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bangban.config.organisation.Clearance;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.index.PassageIndex.Filter;
import bangban.knowledge.place.Reader;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PermissionProofTest {

    private static final int SEED = 7;
    private static final int STEPS = 4;

    private static final EmptyIndex LUCENE = EmptyIndex.of("lucene", Map.of());

    private static Tally proved(EmptyIndex empty, UnaryOperator<PassageIndex> asked) throws IOException {
        PermissionProof proof = new PermissionProof(empty, asked);
        proof.enterprise(SEED, STEPS);
        return proof.tally();
    }

    /** An index asked with other filters than it is given, and without what is named. */
    private static UnaryOperator<PassageIndex> broken(UnaryOperator<Filter> other, List<String> without) {
        return whole -> (PassageIndex) Proxy.newProxyInstance(
                PassageIndex.class.getClassLoader(), new Class<?>[] {PassageIndex.class}, (self, method, args) -> {
                    if (without.contains(method.getName())) {
                        return null;
                    }
                    @Nullable Object[] passed = args == null ? new Object[0] : args;
                    try {
                        return method.invoke(
                                whole,
                                Arrays.stream(passed)
                                        .map(arg -> arg instanceof Filter filter ? other.apply(filter) : arg)
                                        .toArray());
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Filter with(Filter filter, Reader reader) {
        return new Filter(reader, filter.asOf(), filter.documentIds(), filter.domains(), filter.tags());
    }

    @Test
    void everyReaderSeesAllThatIsTheirsAndNothingElseWhateverChanges() throws IOException {
        Tally tally = proved(LUCENE, UnaryOperator.identity());
        assertThat(tally.lines()).contains("0 leaks, 0 missing").endsWith("40 passed, 0 failed");
    }

    @Test
    void soDoesEveryReaderOfTheServerIndex() throws IOException {
        String url = System.getenv("BANGBAN_TEST_PG_URL");
        assumeTrue(url != null, "BANGBAN_TEST_PG_URL names no PostgreSQL with pgvector; ./bangban test starts one");
        EmptyIndex server = EmptyIndex.of(
                "pgvector",
                Map.of(
                        "BANGBAN_PG_URL", url,
                        "BANGBAN_PG_USER", System.getenv().getOrDefault("BANGBAN_TEST_PG_USER", ""),
                        "BANGBAN_PG_PASSWORD", System.getenv().getOrDefault("BANGBAN_TEST_PG_PASSWORD", "")));
        Tally tally = proved(server, UnaryOperator.identity());
        assertThat(tally.lines()).contains("0 leaks, 0 missing").endsWith("40 passed, 0 failed");
    }

    @Test
    void findsWhatAnIndexThatIgnoresTheClearanceLeaks() throws IOException {
        Tally tally = proved(
                LUCENE,
                broken(
                        filter -> with(
                                filter,
                                new Reader(
                                        filter.reader().user(),
                                        filter.reader().org(),
                                        Clearance.CONFIDENTIAL,
                                        filter.reader().administers(),
                                        filter.reader().session())),
                        List.of()));
        assertThat(tally.failed()).isPositive();
        assertThat(tally.lines().getFirst()).startsWith("leak: ");
    }

    @Test
    void findsWhatAnIndexThatForgetsSessionsLacks() throws IOException {
        Tally tally = proved(
                LUCENE,
                broken(
                        filter -> with(
                                filter,
                                new Reader(
                                        filter.reader().user(),
                                        filter.reader().org(),
                                        filter.reader().clearance(),
                                        filter.reader().administers())),
                        List.of()));
        assertThat(tally.failed()).isPositive();
        assertThat(tally.lines().getFirst()).startsWith("missing: ");
    }

    @Test
    void findsThatAnIndexDoesNotFollowAChange() throws IOException {
        Tally tally = proved(LUCENE, broken(UnaryOperator.identity(), List.of("update")));
        assertThat(tally.failed()).isPositive();
        assertThat(tally.lines()).anyMatch(line -> line.startsWith("leak: the search after a change"));
    }

    @Test
    void anUnknownIndexIsNamedWithThoseThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmptyIndex.of("none", Map.of()).make())
                .withMessage("--index none is not available, allowed are lucene and pgvector");
    }
}
