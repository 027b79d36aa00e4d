package bangban.knowledge.index;

import bangban.config.organisation.OrgPath;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.chunk.Passage;
import bangban.knowledge.place.Grantee;
import bangban.knowledge.place.Place;
import bangban.language.analyze.Term;
import bangban.language.analyze.TermAnalyzer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** A passage with its document's place and validity as Lucene fields. */
final class PassageFields {

    static final String ID = "id";
    static final String DOCUMENT = "document";
    static final String ORDINAL = "ordinal";
    /** Set on one passage of every document, so that documents can be counted. */
    static final String FIRST = "first";

    static final String WORDS = "words";
    static final String PAIRS = "pairs";
    static final String VECTOR = "vector";
    static final String STORED = "passage";
    static final String TIER = "tier";
    static final String ORG = "org";
    /** The unit and every unit above it, for one who administers one of these. */
    static final String UNDER = "under";

    static final String OWNER = "owner";
    /** Each grantee as it is written. */
    static final String SHARED = "shared";

    static final String DOMAIN = "domain";
    static final String TAG = "tag";
    static final String CLEARANCE = "clearance";
    static final String FROM = "from";
    static final String TO = "to";

    private static final FieldType TERMS = new FieldType();

    static {
        TERMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        TERMS.setTokenized(true);
        TERMS.freeze();
    }

    private final TermAnalyzer analyzer;

    PassageFields(TermAnalyzer analyzer) {
        this.analyzer = analyzer;
    }

    Document fields(KnowledgeDocument document, Passage passage, float[] vector, boolean first) {
        Document fields = new Document();
        fields.add(new StringField(ID, passage.id(), Field.Store.NO));
        fields.add(new BinaryDocValuesField(ID, new BytesRef(passage.id())));
        fields.add(new StringField(DOCUMENT, passage.documentId(), Field.Store.NO));
        fields.add(new IntField(ORDINAL, passage.ordinal(), Field.Store.NO));
        if (first) {
            fields.add(new StringField(FIRST, "1", Field.Store.NO));
        }
        fields.add(new BinaryDocValuesField(STORED, new BytesRef(PassageCodec.bytes(passage))));
        fields.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        addTerms(fields, text(document, passage));
        addPlace(fields, document.place());
        fields.add(new LongPoint(FROM, day(document.validity().from(), Long.MIN_VALUE)));
        fields.add(new LongPoint(TO, day(document.validity().to(), Long.MAX_VALUE)));
        return fields;
    }

    /** What word search reads: title, headings and clause once, then the text. */
    static String text(KnowledgeDocument document, Passage passage) {
        StringBuilder text = new StringBuilder();
        if (!passage.path().contains(document.title())) {
            text.append(document.title()).append('\n');
        }
        for (String heading : passage.path()) {
            text.append(heading).append('\n');
        }
        if (!passage.text().startsWith(passage.clause())) {
            text.append(passage.clause()).append('\n');
        }
        return text.append(passage.text()).toString();
    }

    private void addTerms(Document fields, String text) {
        List<String> words = new ArrayList<>();
        List<String> pairs = new ArrayList<>();
        for (Term term : analyzer.terms(text)) {
            (term.kind() == Term.Kind.PAIR ? pairs : words).add(term.text());
        }
        fields.add(new Field(WORDS, new TermTokens(words), TERMS));
        fields.add(new Field(PAIRS, new TermTokens(pairs), TERMS));
    }

    private static void addPlace(Document fields, Place place) {
        fields.add(new StringField(TIER, place.tier().name(), Field.Store.NO));
        fields.add(new StringField(ORG, orgTerm(place.org()), Field.Store.NO));
        for (OrgPath org : place.org().selfAndAncestors()) {
            fields.add(new StringField(UNDER, orgTerm(org), Field.Store.NO));
        }
        fields.add(new StringField(UNDER, orgTerm(OrgPath.ROOT), Field.Store.NO));
        fields.add(new StringField(OWNER, ownerTerm(place.owner(), place.session()), Field.Store.NO));
        for (Grantee grantee : place.sharedWith()) {
            fields.add(new StringField(SHARED, grantee.written(), Field.Store.NO));
        }
        fields.add(new IntPoint(CLEARANCE, place.clearance().ordinal()));
        if (place.domain() != null) {
            fields.add(new StringField(DOMAIN, place.domain(), Field.Store.NO));
        }
        for (String tag : place.tags()) {
            fields.add(new StringField(TAG, tag, Field.Store.NO));
        }
    }

    /** The root's path is empty, and an empty term is easily lost. */
    static String orgTerm(OrgPath org) {
        return "/" + org.value();
    }

    /** What is for one session has another term than what its owner finds everywhere. */
    static String ownerTerm(String owner, @Nullable String session) {
        return session == null ? "=" + owner : "=" + owner + "\n" + session;
    }

    private static long day(@Nullable LocalDate date, long otherwise) {
        return date == null ? otherwise : date.toEpochDay();
    }
}
