package bangban.knowledge.ocr;

/**
 * A rule printed on a page, in pixels. A horizontal one lies {@code at} a height and reaches from left to right, a vertical one lies at a
 * distance from the left and reaches from top to bottom.
 */
public record Stroke(boolean horizontal, float at, float from, float to) {}
