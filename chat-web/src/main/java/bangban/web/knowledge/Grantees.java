package bangban.web.knowledge;

import bangban.config.organisation.OrgPath;
import bangban.knowledge.place.Grantee;
import bangban.runtime.error.ErrorCode;
import bangban.runtime.error.PlatformException;
import bangban.runtime.identity.Account;
import bangban.runtime.identity.Accounts;
import bangban.runtime.identity.Principal;
import bangban.web.platform.OrganisationUnits;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * With whom a caller may share: accounts and units of their own group. Units are those of accounts and of the demo enterprise, never those
 * that only a document names, which would tell of it.
 */
final class Grantees {

    private static final int MOST = 10;

    private final Accounts accounts;
    private final OrganisationUnits units;

    Grantees(Accounts accounts, OrganisationUnits units) {
        this.accounts = accounts;
        this.units = units;
    }

    /** Units before accounts, each by name; the caller is not among them. */
    List<GranteeJson> find(String part, Principal caller) {
        String sought = part.strip();
        Stream<GranteeJson> units = units(caller)
                .filter(unit -> contains(unit.value(), sought))
                .limit(MOST)
                .map(GranteeJson::of);
        Stream<GranteeJson> people = accounts.find(group(caller), sought, MOST + 1).stream()
                .filter(account -> !account.username().equals(caller.user()))
                .limit(MOST)
                .map(GranteeJson::of);
        return Stream.concat(units, people).toList();
    }

    /** @throws PlatformException UNKNOWN_ACCOUNT_OR_UNIT where there is none that the caller may name */
    Grantee known(Grantee grantee, Principal caller) {
        return switch (grantee) {
            case Grantee.Account(String user) -> new Grantee.Account(account(user, caller));
            case Grantee.Unit unit -> {
                if (units(caller).noneMatch(unit.org()::equals)) {
                    throw unknown(unit.org().value());
                }
                yield unit;
            }
        };
    }

    /**
     * The name of the account as it is stored.
     *
     * @throws PlatformException UNKNOWN_ACCOUNT_OR_UNIT where there is none that the caller may name
     */
    String account(String user, Principal caller) {
        return accounts.find(user)
                .filter(account -> group(caller).contains(account.principal().org()))
                .map(Account::username)
                .orElseThrow(() -> unknown(user));
    }

    /** As people call the account; its name where it is gone. */
    String displayName(String user) {
        Optional<Account> account = accounts.find(user);
        return account.map(found -> found.principal().displayName()).orElse(user);
    }

    private Stream<OrgPath> units(Principal caller) {
        OrgPath group = group(caller);
        return units.known().stream().filter(group::contains).sorted(Comparator.comparing(OrgPath::value));
    }

    private static OrgPath group(Principal caller) {
        return PlaceRights.root(caller.org());
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT));
    }

    private static PlatformException unknown(String name) {
        return new PlatformException(
                ErrorCode.UNKNOWN_ACCOUNT_OR_UNIT, "no account or unit " + name, Texts.shortened(name));
    }
}
