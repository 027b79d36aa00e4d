package bangban.knowledge.parse;

import bangban.knowledge.catalog.Format;

/** What came out of a file. */
public sealed interface Reading {

    /** The files inside it. */
    Members inside();

    /**
     * A file that says something itself.
     *
     * @param inside what is attached to a mail; nothing for other formats
     */
    record Document(Format format, Outline outline, Members inside) implements Reading {}

    /** A file that holds files and says nothing itself. */
    record Archive(Members inside) implements Reading {}
}
