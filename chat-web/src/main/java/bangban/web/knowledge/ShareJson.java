package bangban.web.knowledge;

import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.DocumentCatalog.Granted;
import bangban.knowledge.place.Grantee;
import bangban.web.problem.RequestException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A share on the wire. */
record ShareJson(String id, String kind, String name, String displayName, String sharedBy, Instant sharedAt) {

    /** With whom a caller wants to share. */
    record NewShare(@Nullable String kind, @Nullable String name) {

        /** @throws RequestException naming the field that cannot be used */
        Grantee grantee() {
            if (name == null || name.isBlank()) {
                throw RequestException.invalid("name", "", "zhang.san, 澜川集团/…");
            }
            return switch (kind) {
                case GranteeJson.USER -> new Grantee.Account(name.strip());
                case GranteeJson.UNIT -> new Grantee.Unit(new OrgPath(name));
                case null, default ->
                    throw RequestException.invalid(
                            "kind", String.valueOf(kind), GranteeJson.USER + ", " + GranteeJson.UNIT);
            };
        }
    }

    static ShareJson of(Granted granted, Grantees grantees) {
        String id = id(granted.grantee());
        String by = granted.share().by();
        Instant at = granted.share().at();
        return switch (granted.grantee()) {
            case Grantee.Account(String user) ->
                new ShareJson(id, GranteeJson.USER, user, grantees.displayName(user), by, at);
            case Grantee.Unit unit -> {
                GranteeJson shown = GranteeJson.of(unit.org());
                yield new ShareJson(id, shown.kind(), shown.name(), shown.displayName(), by, at);
            }
        };
    }

    /** A unit's path has slashes, which a segment of an address cannot have. */
    private static String id(Grantee grantee) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(grantee.written().getBytes(StandardCharsets.UTF_8));
    }

    /** Empty where no share can have this id. */
    static Optional<Grantee> grantee(String id) {
        try {
            return Optional.of(Grantee.read(new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
