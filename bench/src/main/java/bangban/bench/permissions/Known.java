package bangban.bench.permissions;

import bangban.knowledge.index.PassageIndex.Filter;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Validity;

/** A document as the proof has it in its list, beside the knowledge base. */
record Known(String id, String file, String title, Place place, Validity validity) {

    static final int PASSAGES = 2;

    boolean passes(Filter filter) {
        return isShown(filter.reader())
                && (filter.asOf() == null || validity.covers(filter.asOf()))
                && (filter.documentIds().isEmpty() || filter.documentIds().contains(id))
                && (filter.domains().isEmpty()
                        || (place.domain() != null && filter.domains().contains(place.domain())))
                && (filter.tags().isEmpty() || place.tags().stream().anyMatch(filter.tags()::contains));
    }

    boolean isShown(Reader reader) {
        return reader.mayRead(place);
    }

    Known in(Place other) {
        return new Known(id, file, title, other, validity);
    }

    Known to(Validity other) {
        return new Known(id, file, title, place, other);
    }

    Known titled(String other) {
        return new Known(id, file, other, place, validity);
    }
}
