package bangban.bench.routing;

import java.util.List;

/**
 * What came of a case.
 *
 * @param predicted the label, or for a message that was split the labels joined by {@code +}
 * @param parts the labels in their order; one where the message was not split
 * @param unclear whether the router would ask which agent is meant; {@code predicted} is then its best guess
 * @param ms time to route, milliseconds
 */
record RoutingResult(
        RoutingCase given, String predicted, double confidence, List<String> parts, boolean unclear, double ms) {

    boolean right() {
        return given.label() == null ? given.parts().equals(parts) : predicted.equals(given.label());
    }
}
