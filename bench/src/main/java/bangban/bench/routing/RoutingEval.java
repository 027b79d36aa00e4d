package bangban.bench.routing;

import bangban.bench.Arguments;
import bangban.config.ConfigFolder;
import bangban.config.agents.AgentCatalog;
import bangban.language.encode.OnnxTextEncoder;
import bangban.language.encode.TextEncoder;
import bangban.runtime.route.Classification;
import bangban.runtime.route.Example;
import bangban.runtime.route.IntentClassifier;
import bangban.runtime.route.RequestSplitter;
import bangban.runtime.route.RoutableAgent;
import bangban.runtime.route.Router;
import bangban.runtime.route.Routing;
import bangban.runtime.route.TrainingCache;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code eval routing --test FILE [--train FILE] [--out FILE] [--config DIR] [--today DATE]}: with a training file the classifier alone
 * decides, else the router of the configured agents, as a first message of a conversation.
 */
public final class RoutingEval {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String FALLBACK = "general";
    private static final int WARM_UP = 20;
    private static final List<String> OPTIONS = List.of("--test", "--train", "--out", "--config", "--today");

    private RoutingEval() {}

    /** @throws IllegalArgumentException for an unknown option, a missing {@code --test} or a row that is not as described */
    public static void run(List<String> args) throws IOException {
        Map<String, String> options = options(args);
        String test = options.get("--test");
        if (test == null) {
            throw new IllegalArgumentException("eval routing needs --test FILE");
        }
        // as every evaluation takes it; routing knows no dates
        if (options.containsKey("--today")) {
            Arguments.date("--today", options.get("--today"));
        }
        List<RoutingCase> cases = RoutingCase.read(Path.of(test));
        try (TextEncoder encoder = new OnnxTextEncoder()) {
            String train = options.get("--train");
            Function<RoutingCase, RoutingResult> route = train == null
                    ? byRouter(Path.of(options.getOrDefault("--config", defaultConfig())), encoder)
                    : byClassifier(Path.of(train), encoder);
            List<RoutingResult> warm = cases.stream().limit(WARM_UP).map(route).toList();
            System.err.println("warmed up on " + warm.size() + " cases");
            List<RoutingResult> results = cases.stream().map(route).toList();
            String out = options.get("--out");
            if (out != null) {
                write(results, Path.of(out));
            }
            System.out.println(JSON.writeValueAsString(new RoutingFigures(results).all()));
        }
    }

    private static String defaultConfig() {
        return Objects.requireNonNullElse(System.getenv("BANGBAN_CONFIG"), "config");
    }

    private static Map<String, String> options(List<String> args) {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 0; i < args.size(); i += 2) {
            if (!OPTIONS.contains(args.get(i)) || i + 1 == args.size()) {
                throw new IllegalArgumentException(
                        "eval routing: '" + args.get(i) + "' is not one of " + OPTIONS + " with a value behind it");
            }
            options.put(args.get(i), args.get(i + 1));
        }
        return options;
    }

    private static Function<RoutingCase, RoutingResult> byClassifier(Path train, TextEncoder encoder)
            throws IOException {
        List<Example> examples = RoutingCase.read(train).stream()
                .flatMap(row -> Stream.ofNullable(row.label()).map(label -> new Example(row.text(), label)))
                .toList();
        IntentClassifier classifier = IntentClassifier.train(examples, encoder);
        RequestSplitter splitter = new RequestSplitter(classifier, Set.of(FALLBACK));
        return row -> {
            long start = System.nanoTime();
            Classification whole = classifier.classify(row.text());
            List<String> labels = row.parts().isEmpty() ? List.of() : labels(splitter.split(row.text(), whole));
            double ms = since(start);
            String best = whole.best().label();
            return new RoutingResult(
                    row, best, whole.best().probability(), labels.isEmpty() ? List.of(best) : labels, false, ms);
        };
    }

    private static Function<RoutingCase, RoutingResult> byRouter(Path config, TextEncoder encoder) {
        AgentCatalog catalog = AgentCatalog.load(new ConfigFolder(config));
        List<RoutableAgent> agents = catalog.agents().stream()
                .map(agent -> new RoutableAgent(agent.name(), agent.aliases(), agent.examples()))
                .toList();
        Router router = new Router(agents, catalog.outOfScope(), List.of(), FALLBACK, encoder, TrainingCache.none());
        return row -> {
            long start = System.nanoTime();
            Routing routing = router.route(row.text(), null, null);
            double ms = since(start);
            List<String> labels = switch (routing) {
                case Routing.Routed routed
                when routed.plan().parts().size() > 1 -> pieces(router.classifier(), row.text());
                case Routing.Routed routed ->
                    List.of(routed.plan().parts().getFirst().agent());
                case Routing.Unclear unclear ->
                    List.of(router.classifier().classify(row.text()).best().label());
                case Routing.OutOfScope out -> List.of(IntentClassifier.OUT_OF_SCOPE);
            };
            boolean unclear = routing instanceof Routing.Unclear;
            return new RoutingResult(row, String.join("+", labels), routing.confidence(), labels, unclear, ms);
        };
    }

    /** The plan again, with out-of-scope pieces under their label instead of the agent that declines them. */
    private static List<String> pieces(IntentClassifier classifier, String text) {
        return labels(new RequestSplitter(classifier, Set.of(FALLBACK)).split(text, classifier.classify(text)));
    }

    private static List<String> labels(List<RequestSplitter.Piece> pieces) {
        return pieces.stream().map(RequestSplitter.Piece::label).toList();
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static void write(List<RoutingResult> results, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (RoutingResult result : results) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("case", result.given().id());
                line.put("text", result.given().text());
                line.put(
                        "label",
                        Objects.requireNonNullElse(
                                result.given().label(), result.given().parts()));
                line.put("predicted", result.predicted());
                line.put("confidence", result.confidence());
                List<Map<String, String>> parts = new ArrayList<>();
                result.parts().forEach(part -> parts.add(Map.of("label", part)));
                line.put("parts", parts);
                line.put("unclear", result.unclear());
                line.put("ms", result.ms());
                out.write(JSON.writeValueAsString(line));
                out.newLine();
            }
        }
    }
}
