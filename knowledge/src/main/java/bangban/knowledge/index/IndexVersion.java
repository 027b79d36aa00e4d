package bangban.knowledge.index;

/**
 * What an index was written with. Vectors of different encoders do not compare, words of different analyses do not match.
 *
 * @param encoder of {@link bangban.language.encode.TextEncoder#version()}
 * @param analysis of {@link bangban.language.analyze.TermAnalyzer#VERSION}
 */
record IndexVersion(String encoder, String analysis) {

    /** Of an index into which nothing was put yet. */
    static final IndexVersion NONE = new IndexVersion("", "");

    boolean isNone() {
        return encoder.isEmpty();
    }
}
