package bangban.web.knowledge;

import bangban.config.organisation.OrgPath;
import bangban.runtime.identity.Account;

/** With whom a document could be shared, on the wire. */
record GranteeJson(String kind, String name, String displayName, String org) {

    static final String USER = "user";
    static final String UNIT = "unit";

    static GranteeJson of(OrgPath unit) {
        String path = unit.value();
        return new GranteeJson(UNIT, path, path.substring(path.lastIndexOf('/') + 1), path);
    }

    static GranteeJson of(Account account) {
        return new GranteeJson(
                USER,
                account.username(),
                account.principal().displayName(),
                account.principal().org().value());
    }
}
