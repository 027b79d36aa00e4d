package bangban.runtime.route;

import bangban.language.encode.TextEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who shall answer a message: the agent it names, else the one the user chose, else the previous one if the
 * message goes on with its turn, else by classification. Safe for use by many threads.
 */
public final class Router {

    /**
     * Below this probability the user is asked. By Chow's rule (On optimum recognition error and reject tradeoff, IEEE
     * Trans. IT 1970) one asks where 1 − p exceeds the cost of a question over the cost of a wrong answer; a wrong
     * answer costs the user about two exchanges (notice, say again), a question one.
     */
    static final double SURE = 0.5;
    /** What a follow-up that could stand alone must reach with another agent to leave the previous one. */
    static final double CLEARLY_OTHER = 0.8;
    /** An unclear message goes on with the previous agent if that is at least this probable. */
    private static final double PLAUSIBLE = 0.25;

    private static final int MOST_CHOICES = 3;
    private static final double LEAST_CHOICE = 0.08;

    private final List<RoutableAgent> agents;
    private final Set<String> names;
    private final List<String> outOfScope;
    private final String fallback;
    private final TextEncoder encoder;
    private final TrainingCache cache;
    private final MentionParser mentions;
    private final AtomicReference<IntentClassifier> classifier;
    private CompletableFuture<Void> learning = CompletableFuture.completedFuture(null);

    /**
     * Trains at once; see {@link IntentClassifier#train} for how long that takes.
     *
     * @param agents two at least
     * @param outOfScope messages that belong to no agent
     * @param corrections messages whose agent a user or editor has put right; they replace equal examples
     * @param fallback the agent that says so when a part of a message is out of scope
     */
    public Router(
            List<RoutableAgent> agents,
            List<String> outOfScope,
            List<Example> corrections,
            String fallback,
            TextEncoder encoder,
            TrainingCache cache) {
        this.agents = List.copyOf(agents);
        this.outOfScope = List.copyOf(outOfScope);
        this.fallback = fallback;
        this.encoder = encoder;
        this.cache = cache;
        names = agents.stream().map(RoutableAgent::name).collect(Collectors.toUnmodifiableSet());
        mentions = new MentionParser(agents);
        classifier = new AtomicReference<>(train(corrections));
    }

    private IntentClassifier train(List<Example> corrections) {
        Set<String> corrected = corrections.stream().map(Example::text).collect(Collectors.toSet());
        Stream<Example> configured = Stream.concat(
                agents.stream()
                        .flatMap(agent -> agent.examples().stream().map(text -> new Example(text, agent.name()))),
                outOfScope.stream().map(text -> new Example(text, IntentClassifier.OUT_OF_SCOPE)));
        List<Example> examples = Stream.concat(
                        configured.filter(example -> !corrected.contains(example.text())),
                        corrections.stream().filter(example -> isLabel(example.label())))
                .toList();
        return IntentClassifier.train(examples, encoder, cache);
    }

    private boolean isLabel(String label) {
        return names.contains(label) || label.equals(IntentClassifier.OUT_OF_SCOPE);
    }

    /**
     * Learns in the background from the corrections known now (all of them, not only the new ones), and routes by the old
     * classifier until then. Calls are worked off in their order.
     */
    public synchronized CompletableFuture<Void> learn(List<Example> corrections) {
        List<Example> known = List.copyOf(corrections);
        learning = learning.handle((done, failure) -> known)
                .thenAcceptAsync(all -> classifier.set(train(all)), Thread::startVirtualThread);
        return learning;
    }

    /** As {@link #route} uses it, with this classifier. */
    private RequestSplitter splitter(IntentClassifier current) {
        return new RequestSplitter(current, Set.of(fallback));
    }

    public IntentClassifier classifier() {
        return classifier.get();
    }

    /**
     * @param chosen the agent that the user picked, null if none; a mention in the message counts more
     * @param previous the agent of the turn before, null if there is none
     */
    public Routing route(String message, @Nullable String chosen, @Nullable String previous) {
        Optional<MentionParser.Mention> mention = mentions.parse(message);
        if (mention.isPresent()) {
            return routed(mention.get().agent(), mention.get().request(), 1, Routing.How.MENTION);
        }
        if (chosen != null && names.contains(chosen)) {
            return routed(chosen, message, 1, Routing.How.CHOSEN);
        }
        IntentClassifier current = classifier.get();
        Classification whole = current.classify(message);
        if (previous != null && names.contains(previous) && goesOn(message, whole, previous)) {
            return routed(previous, message, whole.probability(previous), Routing.How.FOLLOW_UP);
        }
        List<RequestSplitter.Piece> pieces = splitter(current).split(message, whole);
        return pieces.isEmpty() ? decide(message, whole) : plan(pieces);
    }

    private static boolean goesOn(String message, Classification whole, String previous) {
        Scored best = whole.best();
        return switch (FollowUp.of(message)) {
            case CERTAIN -> true;
            case LIKELY -> best.probability() < CLEARLY_OTHER || best.label().equals(previous);
            case NONE -> best.probability() < SURE && whole.probability(previous) >= PLAUSIBLE;
        };
    }

    private Routing decide(String message, Classification whole) {
        Scored best = whole.best();
        if (best.probability() < SURE) {
            List<Routing.Choice> choices = choices(whole);
            return choices.size() > 1 ? new Routing.Unclear(choices) : certain(message, best);
        }
        return certain(message, best);
    }

    private static Routing certain(String message, Scored best) {
        return best.label().equals(IntentClassifier.OUT_OF_SCOPE)
                ? new Routing.OutOfScope(best.probability())
                : routed(best.label(), message, best.probability(), Routing.How.CLASSIFIED);
    }

    private static List<Routing.Choice> choices(Classification whole) {
        return whole.ranking().stream()
                .filter(scored -> !scored.label().equals(IntentClassifier.OUT_OF_SCOPE))
                .filter(scored -> scored.probability() >= LEAST_CHOICE)
                .limit(MOST_CHOICES)
                .map(scored -> new Routing.Choice(scored.label(), scored.probability()))
                .toList();
    }

    private Routing plan(List<RequestSplitter.Piece> pieces) {
        List<RoutePart> parts = new ArrayList<>();
        double confidence = 1;
        for (RequestSplitter.Piece piece : pieces) {
            String agent = piece.label().equals(IntentClassifier.OUT_OF_SCOPE) ? fallback : piece.label();
            parts.add(new RoutePart(agent, piece.request(), piece.dependsOn()));
            confidence = Math.min(confidence, piece.probability());
        }
        return new Routing.Routed(new RoutePlan(parts), confidence, Routing.How.CLASSIFIED);
    }

    private static Routing routed(String agent, String request, double confidence, Routing.How how) {
        return new Routing.Routed(RoutePlan.single(agent, request), confidence, how);
    }
}
