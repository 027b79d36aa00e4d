package bangban.knowledge.parse;

/**
 * What a file may cost before it is refused with TOO_LARGE.
 *
 * @param bytes the file as it came
 * @param pages of a PDF
 * @param characters of text got out of it
 * @param partBytes one unpacked part of an Office file; its tree takes some ten times that in memory
 * @param allPartsBytes all unpacked parts of an Office file with its pictures, which are held in memory together
 * @param inflateRatio the least ratio of packed to unpacked bytes; below it a part is a bomb
 */
record Limits(long bytes, int pages, int characters, long partBytes, long allPartsBytes, double inflateRatio) {

    static final Limits STANDARD = within(Runtime.getRuntime().maxMemory());

    /**
     * What suits a process with this heap, in bytes, that reads one file at a time: a part of a twenty-fourth, whose tree is then less than
     * half of it.
     */
    static Limits within(long heap) {
        return new Limits(
                200L << 20,
                5_000,
                20_000_000,
                Math.clamp(heap / 24, 4L << 20, 100L << 20),
                Math.clamp(heap / 4, 32L << 20, 600L << 20),
                0.005);
    }

    /** All parts that become trees together. */
    long treeBytes() {
        return 2 * partBytes;
    }

    void checkBytes(SourceFile file) throws ParseException {
        if (file.bytes().length == 0) {
            throw new ParseException(ParseException.Reason.EMPTY, "the file has no content");
        }
        if (file.bytes().length > bytes) {
            throw tooLarge("the file has " + file.bytes().length + " bytes, allowed are " + bytes);
        }
    }

    void checkPages(int count) throws ParseException {
        if (count > pages) {
            throw tooLarge("the file has " + count + " pages, allowed are " + pages);
        }
    }

    void checkCharacters(long count) throws ParseException {
        if (count > characters) {
            throw tooLarge("the file has more than " + characters + " characters");
        }
    }

    static ParseException tooLarge(String message) {
        return new ParseException(ParseException.Reason.TOO_LARGE, message);
    }
}
