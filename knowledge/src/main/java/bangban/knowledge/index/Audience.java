package bangban.knowledge.index;

import bangban.config.organisation.OrgPath;
import bangban.knowledge.place.Grantee;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link Reader#mayRead} without clearance, said as marks: a reader may read a place where one of the reader's marks is among the
 * place's.
 */
final class Audience {

    private static final String EVERYONE = "group";

    private Audience() {}

    static List<String> of(Place place) {
        List<String> marks = new ArrayList<>();
        switch (place.tier()) {
            case GROUP -> marks.add(EVERYONE);
            case UNIT -> {
                marks.add(unit(place.org()));
                place.org().selfAndAncestorsAndRoot().forEach(above -> marks.add(administrator(above)));
            }
            case PERSONAL -> marks.add(owner(PassageFields.ownerTerm(place.owner(), place.session())));
        }
        place.sharedWith().forEach(grantee -> marks.add(grantee.written()));
        return marks;
    }

    static List<String> of(Reader reader) {
        List<String> marks = new ArrayList<>(List.of(EVERYONE, owner(PassageFields.ownerTerm(reader.user(), null))));
        if (reader.session() != null) {
            marks.add(owner(PassageFields.ownerTerm(reader.user(), reader.session())));
        }
        reader.org().selfAndAncestorsAndRoot().forEach(above -> marks.add(unit(above)));
        if (reader.administers()) {
            marks.add(administrator(reader.org()));
        }
        reader.grantees().stream().map(Grantee::written).forEach(marks::add);
        return marks;
    }

    private static String unit(OrgPath org) {
        return "of" + PassageFields.orgTerm(org);
    }

    private static String administrator(OrgPath org) {
        return "under" + PassageFields.orgTerm(org);
    }

    private static String owner(String term) {
        return "owner" + term;
    }
}
