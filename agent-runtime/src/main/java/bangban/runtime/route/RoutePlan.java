package bangban.runtime.route;

import java.util.List;

/** A turn's parts in the order in which they run; one is the usual case. */
public record RoutePlan(List<RoutePart> parts) {

    public RoutePlan {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a route plan needs at least one part");
        }
        for (int i = 0; i < parts.size(); i++) {
            for (int needed : parts.get(i).dependsOn()) {
                if (needed < 0 || needed >= i) {
                    throw new IllegalArgumentException("part " + i + " cannot depend on part " + needed);
                }
            }
        }
    }

    public static RoutePlan single(String agent, String request) {
        return new RoutePlan(List.of(new RoutePart(agent, request, List.of())));
    }
}
