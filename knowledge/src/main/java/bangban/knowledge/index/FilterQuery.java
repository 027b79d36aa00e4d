package bangban.knowledge.index;

import bangban.config.organisation.OrgPath;
import bangban.knowledge.place.Grantee;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** {@link Reader#mayRead} and validity said as a Lucene query. */
final class FilterQuery {

    private FilterQuery() {}

    static Query of(PassageIndex.Filter filter) {
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(readable(filter.reader()), Occur.FILTER)
                .add(
                        IntPoint.newRangeQuery(
                                PassageFields.CLEARANCE,
                                0,
                                filter.reader().clearance().ordinal()),
                        Occur.FILTER);
        LocalDate asOf = filter.asOf();
        if (asOf != null) {
            long day = asOf.toEpochDay();
            query.add(LongPoint.newRangeQuery(PassageFields.FROM, Long.MIN_VALUE, day), Occur.FILTER)
                    .add(LongPoint.newRangeQuery(PassageFields.TO, day, Long.MAX_VALUE), Occur.FILTER);
        }
        addAny(query, PassageFields.DOCUMENT, filter.documentIds());
        addAny(query, PassageFields.DOMAIN, filter.domains());
        addAny(query, PassageFields.TAG, filter.tags());
        return query.build();
    }

    private static Query readable(Reader reader) {
        return new BooleanQuery.Builder()
                .add(tier(Tier.GROUP), Occur.SHOULD)
                .add(both(tier(Tier.UNIT), unit(reader)), Occur.SHOULD)
                .add(both(tier(Tier.PERSONAL), terms(PassageFields.OWNER, owners(reader))), Occur.SHOULD)
                .add(terms(PassageFields.SHARED, grantees(reader)), Occur.SHOULD)
                .build();
    }

    private static List<String> owners(Reader reader) {
        String everywhere = PassageFields.ownerTerm(reader.user(), null);
        return reader.session() == null
                ? List.of(everywhere)
                : List.of(everywhere, PassageFields.ownerTerm(reader.user(), reader.session()));
    }

    private static List<String> grantees(Reader reader) {
        return reader.grantees().stream().map(Grantee::written).toList();
    }

    private static Query unit(Reader reader) {
        List<OrgPath> above = reader.org().selfAndAncestorsAndRoot();
        BooleanQuery.Builder unit = new BooleanQuery.Builder()
                .add(
                        terms(
                                PassageFields.ORG,
                                above.stream().map(PassageFields::orgTerm).toList()),
                        Occur.SHOULD);
        if (reader.administers()) {
            unit.add(new TermQuery(new Term(PassageFields.UNDER, PassageFields.orgTerm(reader.org()))), Occur.SHOULD);
        }
        return unit.build();
    }

    private static Query tier(Tier tier) {
        return new TermQuery(new Term(PassageFields.TIER, tier.name()));
    }

    private static Query both(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, Occur.FILTER)
                .add(other, Occur.FILTER)
                .build();
    }

    private static void addAny(BooleanQuery.Builder query, String field, Collection<String> values) {
        if (!values.isEmpty()) {
            query.add(terms(field, values), Occur.FILTER);
        }
    }

    static Query terms(String field, Collection<String> values) {
        return new TermInSetQuery(field, values.stream().map(BytesRef::new).toList());
    }
}
