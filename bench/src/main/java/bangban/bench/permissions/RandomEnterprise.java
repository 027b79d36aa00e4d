package bangban.bench.permissions;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.index.PassageIndex.Filter;
import bangban.knowledge.place.Grantee;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.knowledge.place.Validity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Units of an enterprise from a seed, and places, readers and days in it. Names are such that one begins with another. */
final class RandomEnterprise {

    static final LocalDate TODAY = LocalDate.of(2026, 1, 1);
    private static final List<String> DOMAINS = List.of("采购", "财务", "安全");
    private static final List<String> TAGS = List.of("限额", "审批", "应急");
    private static final List<String> SESSIONS = List.of("一", "二");
    private static final List<String> USERS = List.of("甲", "甲乙", "丙", "丁");
    private static final int DAYS = 30;

    private final Random random;
    private final List<OrgPath> units = new ArrayList<>(List.of(OrgPath.ROOT, new OrgPath("集团")));

    RandomEnterprise(long seed) {
        random = new Random(seed);
        for (int i = 0; i < 8; i++) {
            OrgPath above = units.get(1 + random.nextInt(units.size() - 1));
            units.add(new OrgPath(above.value() + "/" + "厂".repeat(1 + random.nextInt(2)) + random.nextInt(3)));
        }
    }

    int number(int below) {
        return random.nextInt(below);
    }

    <T> T pick(Collection<T> from) {
        return List.copyOf(from).get(random.nextInt(from.size()));
    }

    OrgPath unit() {
        return pick(units);
    }

    Tier tier() {
        return pick(List.of(Tier.values()));
    }

    Clearance clearance() {
        return pick(List.of(Clearance.values()));
    }

    String user() {
        return pick(USERS);
    }

    Place place() {
        Tier tier = tier();
        return new Place(
                tier,
                unit(),
                random.nextInt(3) == 0 ? null : pick(DOMAINS),
                TAGS.stream().filter(tag -> random.nextInt(3) == 0).toList(),
                clearance(),
                user(),
                tier == Tier.PERSONAL && random.nextInt(3) == 0 ? pick(SESSIONS) : null,
                Set.of());
    }

    Grantee grantee() {
        return random.nextBoolean() ? new Grantee.Account(user()) : new Grantee.Unit(unit());
    }

    Validity validity() {
        LocalDate from = random.nextInt(3) == 0 ? null : day();
        LocalDate first = from == null ? day() : from;
        return new Validity(from, random.nextInt(2) == 0 ? null : first.plusDays(random.nextInt(DAYS)));
    }

    LocalDate day() {
        return TODAY.plusDays(random.nextInt(DAYS) - DAYS / 2);
    }

    Reader reader() {
        return new Reader(
                user(), unit(), clearance(), random.nextInt(4) == 0, random.nextBoolean() ? null : pick(SESSIONS));
    }

    Filter filter(Collection<String> ids) {
        return new Filter(
                reader(),
                day(),
                random.nextInt(6) == 0 && !ids.isEmpty() ? Set.of(pick(ids)) : Set.of(),
                random.nextInt(4) == 0 ? Set.of(pick(DOMAINS)) : Set.of(),
                random.nextInt(4) == 0 ? Set.of(pick(TAGS)) : Set.of());
    }
}
