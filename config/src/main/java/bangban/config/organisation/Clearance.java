package bangban.config.organisation;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Levels of secrecy from the lowest up; a reader sees documents up to their own level. */
public enum Clearance {
    PUBLIC("公开"),
    INTERNAL("内部"),
    SECRET("秘密"),
    CONFIDENTIAL("机密");

    private final String label;

    Clearance(String label) {
        this.label = label;
    }

    /** The level as documents and people write it. */
    public String label() {
        return label;
    }

    /** The level with this label or constant name. */
    public static Clearance of(String text) {
        for (Clearance clearance : values()) {
            if (clearance.label.equals(text.strip()) || clearance.name().equalsIgnoreCase(text.strip())) {
                return clearance;
            }
        }
        throw new IllegalArgumentException("clearance is '" + text + "', allowed are "
                + Arrays.stream(values()).map(Clearance::label).collect(Collectors.joining(", ")));
    }
}
