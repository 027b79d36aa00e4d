package bangban.bench.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import bangban.config.organisation.Clearance;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.index.PassageIndex.Filter;
import bangban.knowledge.place.Reader;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PermissionProofTest {

    private static final int SEED = 7;
    private static final int STEPS = 4;

    private static Tally proved(EmptyIndex empty) throws IOException {
        PermissionProof proof = new PermissionProof(empty);
        proof.enterprise(SEED, STEPS);
        return proof.tally();
    }

    /** The embedded index, asked with other filters than it is given, and without what is named. */
    private static EmptyIndex broken(UnaryOperator<Filter> other, List<String> without) {
        return folder -> {
            PassageIndex whole = EmptyIndex.of("lucene").open(folder);
            return (PassageIndex) Proxy.newProxyInstance(
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
        };
    }

    private static Filter with(Filter filter, Reader reader) {
        return new Filter(reader, filter.asOf(), filter.documentIds(), filter.domains(), filter.tags());
    }

    @Test
    void everyReaderSeesAllThatIsTheirsAndNothingElseWhateverChanges() throws IOException {
        Tally tally = proved(EmptyIndex.of("lucene"));
        assertThat(tally.lines()).contains("0 leaks, 0 missing").endsWith("40 passed, 0 failed");
    }

    @Test
    void findsWhatAnIndexThatIgnoresTheClearanceLeaks() throws IOException {
        Tally tally = proved(broken(
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
        Tally tally = proved(broken(
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
        Tally tally = proved(broken(UnaryOperator.identity(), List.of("update")));
        assertThat(tally.failed()).isPositive();
        assertThat(tally.lines()).anyMatch(line -> line.startsWith("leak: the search after a change"));
    }

    @Test
    void anUnknownIndexIsNamedWithThoseThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EmptyIndex.of("none"))
                .withMessage("--index none is not available, allowed is lucene");
    }
}
