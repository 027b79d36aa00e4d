package bangban.knowledge.ocr;

/**
 * A rectangle that may stand askew.
 *
 * @param x of its centre, in pixels from the left
 * @param y of its centre, in pixels from the top
 * @param width along its own base
 * @param height across its base
 * @param angle of the base against the horizontal in radians, from −π/4 to π/4, positive where it falls to the right
 */
public record TextBox(float x, float y, float width, float height, float angle) {

    static TextBox upright(float left, float top, float right, float bottom) {
        return new TextBox((left + right) / 2, (top + bottom) / 2, right - left, bottom - top, 0);
    }

    public float left() {
        return x - width / 2;
    }

    public float right() {
        return x + width / 2;
    }

    public float top() {
        return y - height / 2;
    }

    public float bottom() {
        return y + height / 2;
    }

    /** Higher than wide, as a line is that runs up or down. */
    boolean isTall() {
        return height >= 1.5f * width;
    }

    /** The part from one share of the width to another. */
    TextBox part(float from, float to) {
        float shift = ((from + to) / 2 - 0.5f) * width;
        return new TextBox(
                x + shift * (float) Math.cos(angle),
                y + shift * (float) Math.sin(angle),
                (to - from) * width,
                height,
                angle);
    }

    /** The same box after everything was turned about a point. */
    TextBox turned(float by, float aboutX, float aboutY) {
        float cos = (float) Math.cos(by);
        float sin = (float) Math.sin(by);
        float dx = x - aboutX;
        float dy = y - aboutY;
        return new TextBox(aboutX + dx * cos - dy * sin, aboutY + dx * sin + dy * cos, width, height, angle + by);
    }

    TextBox moved(float right, float down) {
        return new TextBox(x + right, y + down, width, height, angle);
    }

    /** The share of this box that the other covers, both taken as upright. */
    float overlap(TextBox other) {
        float across = Math.min(right(), other.right()) - Math.max(left(), other.left());
        float along = Math.min(bottom(), other.bottom()) - Math.max(top(), other.top());
        return across <= 0 || along <= 0 ? 0 : across * along / (width * height);
    }
}
