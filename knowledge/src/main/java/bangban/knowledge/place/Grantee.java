package bangban.knowledge.place;

import bangban.config.organisation.OrgPath;

/** With whom a document is shared beyond its tier, for reading, up to their clearance. */
public sealed interface Grantee {

    /** One person. */
    record Account(String user) implements Grantee {

        public Account {
            if (user.isBlank()) {
                throw new IllegalArgumentException("an account has a name");
            }
        }
    }

    /** A unit and all that is below it. */
    record Unit(OrgPath org) implements Grantee {}

    /** As it is stored: {@code user:NAME} or {@code unit:PATH}. */
    default String written() {
        return switch (this) {
            case Account(String user) -> "user:" + user;
            case Unit(OrgPath org) -> "unit:" + org.value();
        };
    }

    /** @throws IllegalArgumentException where nothing of the kind is written */
    static Grantee read(String written) {
        if (written.startsWith("user:")) {
            return new Account(written.substring("user:".length()));
        }
        if (written.startsWith("unit:")) {
            return new Unit(new OrgPath(written.substring("unit:".length())));
        }
        throw new IllegalArgumentException("neither user: nor unit: but " + written);
    }
}
