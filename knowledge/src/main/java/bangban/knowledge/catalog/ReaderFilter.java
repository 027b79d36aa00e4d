package bangban.knowledge.catalog;

import bangban.config.organisation.OrgPath;
import bangban.knowledge.place.Grantee;
import bangban.knowledge.place.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** {@link Reader#mayRead} as SQL, every value bound. */
final class ReaderFilter {

    private static final String BY_TIER = """
            (tier = 'GROUP'
                or (tier = 'UNIT' and (org in (:readerUnits) or (:readerAdministers and (org = :readerOrg or org like :readerBelow escape '!'))))
                or (tier = 'PERSONAL' and owner = :readerUser and (session is null or session = :readerSession)))
            """;
    private static final String GRANTED =
            "exists (select 1 from knowledge_grant where document_id = id and grantee in (:readerGrantees))";
    private static final String CLEARED = "clearance <= :readerClearance";

    static final String SQL = "(%s and (%s or %s))".formatted(CLEARED, BY_TIER, GRANTED);

    /** {@link Reader#readsByShare}. */
    static final String BY_SHARE = "(%s and not %s and %s)".formatted(CLEARED, BY_TIER, GRANTED);

    private ReaderFilter() {}

    static Map<String, Object> parameters(Reader reader) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("readerClearance", reader.clearance().ordinal());
        parameters.put(
                "readerUnits",
                reader.org().selfAndAncestorsAndRoot().stream()
                        .map(OrgPath::value)
                        .toList());
        parameters.put("readerAdministers", reader.administers());
        parameters.put("readerOrg", reader.org().value());
        String org = reader.org().value();
        parameters.put("readerBelow", org.isEmpty() ? "%" : escaped(org) + "/%");
        parameters.put("readerUser", reader.user());
        // no session has an empty id
        parameters.put("readerSession", Objects.requireNonNullElse(reader.session(), ""));
        parameters.put(
                "readerGrantees",
                reader.grantees().stream().map(Grantee::written).toList());
        return parameters;
    }

    /** Text to be found as it is by {@code like … escape '!'}. */
    static String escaped(String text) {
        return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    }
}
