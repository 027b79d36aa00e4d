package bangban.web.cli;

import bangban.config.ConfigFolder;
import bangban.config.organisation.OrgPath;
import bangban.web.platform.DemoOrganisation;
import bangban.web.platform.Units;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The units of the server's accounts and documents, as the administrator sees them. */
final class ServerUnits implements Units {

    private final ServerClient server;
    private final Path config;

    ServerUnits(ServerClient server, Path config) {
        this.server = server;
        this.config = config;
    }

    @Override
    public Set<OrgPath> known() throws IOException, InterruptedException {
        List<OrgPath> units = new ArrayList<>();
        if (server.get("/api/status").path("demo").asBoolean()) {
            units.addAll(DemoOrganisation.read(new ConfigFolder(config)));
        }
        collect("/api/users", units);
        collect("/api/knowledge/documents", units);
        Set<OrgPath> known = new HashSet<>();
        units.forEach(unit -> known.addAll(unit.selfAndAncestors()));
        return known;
    }

    private void collect(String list, List<OrgPath> units) throws IOException, InterruptedException {
        String after = "";
        do {
            JsonNode page = server.get(list + "?limit=200" + after);
            page.path("items")
                    .forEach(item -> units.add(new OrgPath(item.path("org").asString(""))));
            JsonNode next = page.path("next");
            after = next.isString() ? "&after=" + URLEncoder.encode(next.asString(), StandardCharsets.UTF_8) : "";
        } while (!after.isEmpty());
    }
}
