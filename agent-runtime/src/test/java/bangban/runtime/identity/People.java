package bangban.runtime.identity;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import java.util.Set;

/** Principals for tests. */
public final class People {

    public static final Principal STAFF = member("staff");
    public static final Principal BUYER = member("buyer");

    private People() {}

    public static Principal member(String user) {
        return in(user, "澜川集团/办公室");
    }

    static Principal in(String user, String org) {
        return new Principal(user, user, new OrgPath(org), Set.of(Role.MEMBER), Clearance.INTERNAL, "zh-CN");
    }
}
