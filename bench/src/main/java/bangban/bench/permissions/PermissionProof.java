package bangban.bench.permissions;

import bangban.bench.Arguments;
import bangban.knowledge.index.PassageIndex;
import bangban.knowledge.index.PassageIndex.Filter;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * {@code prove permissions [--index lucene|pgvector] [--cases N] [--seed N]}: in each enterprise documents are added; then, again and again, some
 * are changed and readers look at all that there is. A case is one reader; zero leaks and nothing missing is what is proved.
 */
public final class PermissionProof {

    private static final int CASES = 10_000;
    private static final int SEED = 20_261_125;
    private static final int DOCUMENTS = 40;
    private static final int STEPS = 10;
    private static final int CHANGES_A_STEP = 6;
    private static final int CASES_A_STEP = 10;

    private final EmptyIndex empty;
    private final UnaryOperator<PassageIndex> asked;
    private final Tally tally = new Tally();

    /** @param asked what stands before the index, itself in a proof */
    PermissionProof(EmptyIndex empty, UnaryOperator<PassageIndex> asked) {
        this.empty = empty;
        this.asked = asked;
    }

    /** @return the exit code: 0 where no case failed */
    public static int run(List<String> args, PrintStream out) throws IOException {
        Arguments arguments = Arguments.parse(args.toArray(String[]::new), Set.of("index", "cases", "seed"));
        EmptyIndex empty = EmptyIndex.of(arguments.get("index").orElse("lucene"), System.getenv());
        PermissionProof proof = new PermissionProof(empty, UnaryOperator.identity());
        int enterprises = Math.max(1, arguments.number("cases", CASES) / (STEPS * CASES_A_STEP));
        int seed = arguments.number("seed", SEED);
        for (int i = 0; i < enterprises; i++) {
            proof.enterprise(seed + i, STEPS);
            System.err.print("\renterprises " + (i + 1) + "/" + enterprises + " ");
        }
        System.err.println();
        proof.tally().lines().forEach(out::println);
        return proof.tally().failed() == 0 ? 0 : 1;
    }

    Tally tally() {
        return tally;
    }

    /** @param steps of {@link #CASES_A_STEP} cases, each after {@link #CHANGES_A_STEP} changes */
    void enterprise(long seed, int steps) throws IOException {
        RandomEnterprise enterprise = new RandomEnterprise(seed);
        try (Library library = new Library(empty, asked)) {
            for (int i = 0; i < DOCUMENTS; i++) {
                library.add(i, enterprise.place(), enterprise.validity());
            }
            RandomChange change = new RandomChange(library, enterprise, tally);
            for (int step = 0; step < steps; step++) {
                List<Filter> watching = filters(enterprise, library);
                for (int i = 0; i < CHANGES_A_STEP; i++) {
                    change.make(watching);
                }
                filters(enterprise, library).forEach(filter -> new ReaderCase(library, filter, tally).check());
            }
        }
    }

    private static List<Filter> filters(RandomEnterprise enterprise, Library library) {
        return Stream.generate(() -> enterprise.filter(library.known.keySet()))
                .limit(CASES_A_STEP)
                .toList();
    }
}
