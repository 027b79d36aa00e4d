package bangban.runtime.route;

import java.util.List;

/**
 * One request for one agent.
 *
 * @param dependsOn indexes, from 0, of earlier parts of the plan whose result this one needs
 */
public record RoutePart(String agent, String request, List<Integer> dependsOn) {

    public RoutePart {
        dependsOn = List.copyOf(dependsOn);
    }
}
