package bangban.knowledge.place;

/** Whom a document is for: everyone of the group, a unit and all below it, or one person. */
public enum Tier {
    GROUP,
    UNIT,
    PERSONAL
}
