package bangban.config.organisation;

import java.util.ArrayList;
import java.util.List;

/**
 * A unit's place in the group, written from the group down: {@code 澜川集团/钢铁公司/炼铁厂}.
 *
 * @param value the normalized path, segments joined with {@code /}, no leading or trailing slash; empty is the root above all units
 */
public record OrgPath(String value) {

    public static final OrgPath ROOT = new OrgPath("");

    public OrgPath {
        List<String> segments = new ArrayList<>();
        for (String segment : value.split("/", -1)) {
            if (!segment.isBlank()) {
                segments.add(segment.strip());
            }
        }
        value = String.join("/", segments);
    }

    /** This path and every path above it, the longest first, the empty root left out. */
    public List<OrgPath> selfAndAncestors() {
        List<OrgPath> paths = new ArrayList<>();
        String rest = value;
        while (!rest.isEmpty()) {
            paths.add(new OrgPath(rest));
            int slash = rest.lastIndexOf('/');
            rest = slash < 0 ? "" : rest.substring(0, slash);
        }
        return paths;
    }

    /** {@link #selfAndAncestors} with the root at the end. */
    public List<OrgPath> selfAndAncestorsAndRoot() {
        List<OrgPath> paths = new ArrayList<>(selfAndAncestors());
        paths.add(ROOT);
        return paths;
    }

    /** True where {@code other} is this unit or one below it. */
    public boolean contains(OrgPath other) {
        return value.isEmpty() || other.value.equals(value) || other.value.startsWith(value + "/");
    }

    @Override
    public String toString() {
        return value;
    }
}
