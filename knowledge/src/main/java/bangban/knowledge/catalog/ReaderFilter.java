package bangban.knowledge.catalog;

import bangban.config.organisation.OrgPath;
import bangban.knowledge.place.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@link Reader#mayRead} as SQL, every value bound. */
final class ReaderFilter {

    static final String SQL = """
            (clearance <= :readerClearance and (
                tier = 'GROUP'
                or (tier = 'UNIT' and (org in (:readerUnits) or (:readerAdministers and (org = :readerOrg or org like :readerBelow escape '!'))))
                or (tier = 'PERSONAL' and owner = :readerUser)))
            """;

    private ReaderFilter() {}

    static Map<String, Object> parameters(Reader reader) {
        List<String> units = new ArrayList<>(
                reader.org().selfAndAncestors().stream().map(OrgPath::value).toList());
        units.add("");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("readerClearance", reader.clearance().ordinal());
        parameters.put("readerUnits", units);
        parameters.put("readerAdministers", reader.administers());
        parameters.put("readerOrg", reader.org().value());
        String org = reader.org().value();
        parameters.put("readerBelow", org.isEmpty() ? "%" : escaped(org) + "/%");
        parameters.put("readerUser", reader.user());
        return parameters;
    }

    /** Text to be found as it is by {@code like … escape '!'}. */
    static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
