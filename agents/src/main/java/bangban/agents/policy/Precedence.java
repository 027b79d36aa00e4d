package bangban.agents.policy;

import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.language.encode.TextEncoder;
import bangban.language.number.Quantities;
import bangban.language.number.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Group rule against unit rule. It looks for what the other tier says on the matter of the answer, compares the quantities, and lets the
 * group's own rule on rules decide where there is one.
 */
final class Precedence {

    private static final String RULE_ON_RULES = "所属单位在集团级制度规定的限额、期限内作出更严格的规定，收紧有效，不得放宽，放宽无效";
    private static final Pattern TIGHTENS = Pattern.compile("收紧|更(为)?严格|严于|从严");
    private static final Pattern LOOSENS = Pattern.compile("放宽|宽于|相抵触");
    /** Sentences at least this close are about one matter; found on the demo's three planted differences and their neighbours. */
    private static final double SAME_MATTER = 0.74;

    /** And they share this much of their wording, because the encoder puts neighbouring matters close together. */
    private static final double SHARED_WORDING = 0.4;

    private static final Pattern MINIMUM = Pattern.compile("不少于|不得少于|至少|不低于|不得低于|不小于");

    private final PolicyLibrary library;
    private final TextEncoder encoder;

    Precedence(PolicyLibrary library, TextEncoder encoder) {
        this.library = library;
        this.encoder = encoder;
    }

    /** The rule of a unit that has nothing to do with the question neither tightens nor loosens the group's for the asker. */
    Ruling rule(Candidate answer, PolicyRequest request, Reader reader, Applicability applicability) {
        Tier tier = answer.document().place().tier();
        boolean elsewhere = !applicability.covers(answer.document().place());
        if (tier == Tier.PERSONAL || elsewhere || Quantities.in(answer.text()).isEmpty()) {
            return new Ruling.Undisputed();
        }
        Tier other = tier == Tier.GROUP ? Tier.UNIT : Tier.GROUP;
        Candidate counterpart = counterpart(answer, other, request, reader, applicability);
        if (counterpart == null) {
            return new Ruling.Undisputed();
        }
        Candidate unit = tier == Tier.UNIT ? answer : counterpart;
        Candidate group = tier == Tier.UNIT ? counterpart : answer;
        boolean stricter = stricter(unit.text(), group.text());
        return basis(stricter, request, reader)
                .<Ruling>map(basis ->
                        new Ruling.Disputed(unit, group, stricter ? Ruling.Outcome.UNIT : Ruling.Outcome.GROUP, basis))
                .orElseGet(() -> new Ruling.Disputed(unit, group, Ruling.Outcome.OPEN, null));
    }

    /** What the other tier says on the same matter with another number, the closest; null where it says nothing else. */
    private @Nullable Candidate counterpart(
            Candidate answer, Tier other, PolicyRequest request, Reader reader, Applicability applicability) {
        List<Candidate> candidates = new ArrayList<>();
        for (FoundText found :
                library.search(said(answer), request.day(), reader).texts()) {
            Place place = found.document().place();
            if (place.tier() == other && applicability.covers(place)) {
                Candidates.of(found.document(), found.passage(), 0).stream()
                        .filter(candidate -> differs(answer.text(), candidate.text()))
                        .filter(candidate -> shared(said(answer), said(candidate)) >= SHARED_WORDING)
                        .forEach(candidates::add);
            }
        }
        if (candidates.isEmpty()) {
            return null;
        }
        List<String> texts = new ArrayList<>(List.of(said(answer)));
        candidates.forEach(candidate -> texts.add(said(candidate)));
        List<float[]> vectors = encoder.encodeAll(texts);
        Candidate closest = null;
        double most = SAME_MATTER;
        for (int i = 0; i < candidates.size(); i++) {
            double similarity = TextEncoder.cosine(vectors.getFirst(), vectors.get(i + 1));
            if (similarity > most) {
                most = similarity;
                closest = candidates.get(i);
            }
        }
        return closest;
    }

    private static String said(Candidate candidate) {
        return candidate.leadIn() + Candidates.textOf(candidate.passage(), candidate.unit());
    }

    /** Overlap coefficient of two-character sequences: the share of the smaller set that the larger has. */
    private static double shared(String one, String two) {
        Set<String> a = pairs(one);
        Set<String> b = pairs(two);
        long both = a.stream().filter(b::contains).count();
        return (double) both / Math.max(1, Math.min(a.size(), b.size()));
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            if (Character.isIdeographic(text.charAt(i)) && Character.isIdeographic(text.charAt(i + 1))) {
                pairs.add(text.substring(i, i + 2));
            }
        }
        return pairs;
    }

    /** Both name a quantity of one kind and unit, and they are not equal. */
    private static boolean differs(String one, String two) {
        Optional<Quantity[]> pair = comparable(one, two);
        return pair.isPresent() && pair.get()[0].value().compareTo(pair.get()[1].value()) != 0;
    }

    private static Optional<Quantity[]> comparable(String one, String two) {
        for (Quantity a : Quantities.in(one)) {
            for (Quantity b : Quantities.in(two)) {
                if (!a.unit().isEmpty() && a.unit().equals(b.unit())) {
                    return Optional.of(new Quantity[] {a, b});
                }
            }
        }
        return Optional.empty();
    }

    /** A lower limit, a shorter time, a lower threshold of duty is stricter; a higher minimum is. */
    private static boolean stricter(String unit, String group) {
        Quantity[] pair = comparable(unit, group).orElseThrow();
        BigDecimal difference = pair[0].value().subtract(pair[1].value());
        boolean minimum = MINIMUM.matcher(unit).find() && MINIMUM.matcher(group).find();
        return minimum ? difference.signum() > 0 : difference.signum() < 0;
    }

    /** The item of the group's rule on rules that speaks of tightening or of loosening. */
    private Optional<Candidate> basis(boolean stricter, PolicyRequest request, Reader reader) {
        Pattern wanted = stricter ? TIGHTENS : LOOSENS;
        List<Candidate> speaking = new ArrayList<>();
        for (FoundText found :
                library.search(RULE_ON_RULES, request.day(), reader).texts()) {
            boolean general = TIGHTENS.matcher(found.passage().text()).find()
                    && LOOSENS.matcher(found.passage().text()).find();
            if (general && found.document().place().tier() == Tier.GROUP) {
                Candidates.of(found.document(), found.passage(), 0).stream()
                        .filter(candidate -> wanted.matcher(candidate.text()).find())
                        .forEach(speaking::add);
            }
        }
        return speaking.stream()
                .filter(candidate -> candidate.unit().clause().endsWith("项"))
                .findFirst()
                .or(() -> speaking.stream().findFirst());
    }
}
