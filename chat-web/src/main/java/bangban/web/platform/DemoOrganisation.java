package bangban.web.platform;

import bangban.config.ConfigFolder;
import bangban.config.LocalText;
import bangban.config.organisation.OrgPath;
import java.util.List;

/** The units that {@code demo/organisation.yaml} describes. */
public record DemoOrganisation(List<Unit> units) {

    /** A unit and what it is called. */
    public record Unit(String path, LocalText name) {}

    /** Empty where the configuration has no demo enterprise. */
    public static List<OrgPath> read(ConfigFolder folder) {
        return folder.readIfPresent("demo/organisation.yaml", DemoOrganisation.class).stream()
                .flatMap(organisation -> organisation.units().stream())
                .map(unit -> new OrgPath(unit.path()))
                .toList();
    }
}
