package bangban.runtime.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message with several requests into its pieces. Cuts are proposed by connectors and punctuation and kept only where
 * the pieces on both sides classify differently and confidently, so most messages stay whole.
 */
public final class RequestSplitter {

    /** What stands before a piece, and how probable the piece must then be to be a request of its own. */
    private enum Boundary {
        /** “然后”, “顺便”, “；另外”. */
        CONNECTOR(0.6),
        /** The end of a sentence: the next one mostly goes on with the same request. */
        STOP(0.85),
        /** Weak evidence; only looked at when the whole message fits no agent well. */
        COMMA(0.9);

        private final double needed;

        Boundary(double needed) {
            this.needed = needed;
        }
    }

    /** From here on a message fits one agent well enough not to be cut at commas. */
    private static final double FITS_ONE = 0.8;

    private static final int SHORTEST = 4;
    private static final int MOST_PIECES = 6;
    private static final int LONGEST_MESSAGE = 400;

    private static final String CONNECTOR =
            "(?:然后|并且|并|同时|再|顺便|顺带|另外|还有|接着|之后|最后|此外|以后|查到以后|处理完|写完|做完|and then|then|and also|also|and)";
    private static final String DOING = "(?=[派给发写起草通提把生报译翻拟安订开出做下建转])";
    /** What stands between two requests; group 1 is a connector, where there is one. */
    private static final Pattern CUT = Pattern.compile(
            "(?:[；;。？！\\n]|(?<=\\S)[?!.] )\\s*(" + CONNECTOR + ")?"
                    + "|[，,]\\s*(" + CONNECTOR + ")"
                    + "|[，,]"
                    + "|(?<=\\S{4})(?:然后|顺便|同时|并且| and then | and (?=[a-z]+ ))|(?<=\\S{4})并" + DOING
                    + "|(?<=(?:超过|高于|低于|不到|大于|小于|超出|少于)\\s?\\S{1,8})就",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern REFERS_BACK = Pattern.compile(
            "按规程|按规定|按要求|按照?(?:这个|该|上述)|超过|高于|低于|少于|大于|小于|不到|的话|如果|要是|把(?:它|结果|这)|结果|这个?|该|它|里面|排第一|查到|处理完|写完"
                    + "|翻成|译成|发给|发我|派(?:个|工)?单|\\b(?:it|if|the result|them|this|that)\\b",
            Pattern.CASE_INSENSITIVE);

    private final IntentClassifier classifier;
    private final Set<String> asides;

    /**
     * @param label an agent's name, or {@link IntentClassifier#OUT_OF_SCOPE}
     * @param dependsOn indexes of earlier pieces that this one refers back to
     */
    public record Piece(String label, String request, double probability, List<Integer> dependsOn) {

        public Piece {
            dependsOn = List.copyOf(dependsOn);
        }
    }

    private record Span(String text, Boundary before) {}

    /**
     * @param asides labels, beside out of scope, of small talk: it stands around many requests without being one, so it
     *     is a piece only where a connector says so
     */
    public RequestSplitter(IntentClassifier classifier, Set<String> asides) {
        this.classifier = classifier;
        this.asides = Set.copyOf(asides);
    }

    /**
     * @param whole what the classifier makes of the message as one
     * @return at least two pieces with differing neighbours, or none if the message is one request
     */
    public List<Piece> split(String message, Classification whole) {
        boolean atCommas = whole.best().probability() < FITS_ONE;
        List<Span> spans = message.length() > LONGEST_MESSAGE ? List.of() : spans(message, atCommas);
        if (spans.size() < 2) {
            return List.of();
        }
        List<Classification> each =
                classifier.classifyAll(spans.stream().map(Span::text).toList());
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            Scored best = each.get(i).best();
            Span span = spans.get(i);
            if (pieces.isEmpty()) {
                pieces.add(new Piece(best.label(), span.text(), best.probability(), List.of()));
            } else if (begins(span, best, pieces.getLast())
                    && !best.label().equals(pieces.getLast().label())) {
                pieces.add(new Piece(best.label(), span.text(), best.probability(), needs(span, pieces.size())));
            } else {
                pieces.set(pieces.size() - 1, joined(pieces.getLast(), span.text()));
            }
        }
        boolean sure = pieces.getFirst().probability() >= Boundary.CONNECTOR.needed;
        return pieces.size() < 2 || !sure ? List.of() : pieces;
    }

    private boolean begins(Span span, Scored piece, Piece previous) {
        return piece.probability() >= span.before().needed
                && (span.before() == Boundary.CONNECTOR || !isAside(piece.label()) && !isAside(previous.label()));
    }

    private boolean isAside(String label) {
        return label.equals(IntentClassifier.OUT_OF_SCOPE) || asides.contains(label);
    }

    private static Piece joined(Piece piece, String more) {
        return new Piece(piece.label(), piece.request() + "，" + more, piece.probability(), piece.dependsOn());
    }

    private static List<Integer> needs(Span span, int piece) {
        return REFERS_BACK.matcher(span.text()).find() ? List.of(piece - 1) : List.of();
    }

    private static List<Span> spans(String message, boolean atCommas) {
        List<Span> spans = new ArrayList<>();
        Matcher cut = CUT.matcher(message);
        int start = 0;
        Boundary before = Boundary.CONNECTOR;
        while (spans.size() < MOST_PIECES - 1 && cut.find()) {
            Boundary boundary = boundary(cut.group().strip());
            String text = message.substring(start, cut.start()).strip();
            boolean tooShort = text.length() < (spans.isEmpty() ? 2 : SHORTEST);
            if (!tooShort && (atCommas || boundary != Boundary.COMMA)) {
                spans.add(new Span(text, before));
                before = boundary;
                start = cut.end();
            }
        }
        String last = message.substring(start).strip();
        if (last.length() >= SHORTEST) {
            spans.add(new Span(last, before));
        }
        return spans;
    }

    private static Boundary boundary(String cut) {
        if (cut.equals("，") || cut.equals(",")) {
            return Boundary.COMMA;
        }
        return cut.matches("[。？！?!.\\n]*") ? Boundary.STOP : Boundary.CONNECTOR;
    }
}
