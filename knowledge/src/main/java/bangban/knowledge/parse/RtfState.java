package bangban.knowledge.parse;

import java.nio.charset.Charset;

/** What is in force in a group of rich text; a group inside begins with a copy. */
final class RtfState {

    /** Where text goes. */
    enum Destination {
        BODY,
        /** The number that a list shows before its entry. */
        LIST_NUMBER,
        FOOTNOTE,
        FONTS,
        STYLES,
        NOWHERE
    }

    Destination destination = Destination.BODY;
    Charset charset;
    boolean hidden;
    /** How many characters stand behind a Unicode one for readers that know no Unicode. */
    int fallback = 1;

    int style;
    /** 0 the highest, -1 for body text. */
    int outlineLevel = -1;

    int listLevel;
    boolean inTable;

    /** Of the entry being read in the table of fonts or styles. */
    int entry;

    RtfState(Charset charset) {
        this.charset = charset;
    }

    RtfState copy() {
        RtfState copy = new RtfState(charset);
        copy.destination = destination;
        copy.hidden = hidden;
        copy.fallback = fallback;
        copy.style = style;
        copy.outlineLevel = outlineLevel;
        copy.listLevel = listLevel;
        copy.inTable = inTable;
        copy.entry = entry;
        return copy;
    }

    /** {@code \pard}: what the paragraph before was. */
    void resetParagraph() {
        style = 0;
        outlineLevel = -1;
        listLevel = 0;
        inTable = false;
    }

    boolean isShown() {
        return !hidden && destination != Destination.NOWHERE;
    }
}
