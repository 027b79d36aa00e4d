package bangban.web.cli;

import bangban.config.organisation.OrgPath;
import bangban.web.platform.Units;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says that a unit is new, since it may be an old one written wrongly; it is used all the same. */
final class NewUnit {

    private static final int SHOWN = 30;

    private NewUnit() {}

    static void warn(Optional<String> org, Units units, Terminal terminal) throws IOException, InterruptedException {
        if (org.isEmpty()) {
            return;
        }
        OrgPath unit = new OrgPath(org.get());
        Set<OrgPath> known = units.known();
        if (unit.equals(OrgPath.ROOT) || known.contains(unit)) {
            return;
        }
        if (known.isEmpty()) {
            terminal.complain("cli.first-unit", unit.value());
            return;
        }
        List<String> names = known.stream().map(OrgPath::value).sorted().toList();
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining("\n  "));
        terminal.complain("cli.new-unit", unit.value(), names.size() > SHOWN ? shown + "\n  …" : shown);
    }
}
