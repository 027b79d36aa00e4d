package bangban.knowledge.ocr;

/** An upright rectangle of pixels; right and bottom are one past the last. */
record Region(int left, int top, int right, int bottom) {

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    /** The same place after its picture was turned clockwise by quarters. */
    Region turned(int quarters, int width, int height) {
        return switch (Math.floorMod(quarters, 4)) {
            case 0 -> this;
            case 1 -> new Region(height - bottom, left, height - top, right);
            case 2 -> new Region(width - right, height - bottom, width - left, height - top);
            default -> new Region(top, width - right, bottom, width - left);
        };
    }

    Region wider(int by, int width, int height) {
        return new Region(
                Math.max(0, left - by),
                Math.max(0, top - by),
                Math.min(width, right + by),
                Math.min(height, bottom + by));
    }
}
