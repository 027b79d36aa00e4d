package bangban.knowledge.index;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * {@link bangban.knowledge.place.Reader#mayRead}, validity and the other restrictions said as a condition on the table
 * {@code document}, known as {@code d}, every value bound.
 */
record SqlFilter(String condition, Map<String, Object> parameters) {

    static SqlFilter of(PassageIndex.Filter filter) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("audience", array(Audience.of(filter.reader())));
        parameters.put("clearance", filter.reader().clearance().ordinal());
        StringBuilder condition = new StringBuilder("d.audience && :audience::text[] and d.clearance <= :clearance");
        LocalDate day = filter.asOf();
        if (day != null) {
            condition.append(
                    " and (d.valid_from is null or d.valid_from <= :day) and (d.valid_to is null or d.valid_to >= :day)");
            parameters.put("day", day);
        }
        if (!filter.documentIds().isEmpty()) {
            condition.append(" and d.id = any(:ids::text[])");
            parameters.put("ids", array(filter.documentIds()));
        }
        if (!filter.domains().isEmpty()) {
            condition.append(" and d.domain = any(:domains::text[])");
            parameters.put("domains", array(filter.domains()));
        }
        if (!filter.tags().isEmpty()) {
            condition.append(" and d.tags && :tags::text[]");
            parameters.put("tags", array(filter.tags()));
        }
        return new SqlFilter(condition.toString(), parameters);
    }

    static String[] array(Collection<String> texts) {
        return texts.stream().map(SqlFilter::storable).toArray(String[]::new);
    }

    /** PostgreSQL has no character 0. */
    static String storable(String text) {
        return text.replace('\u0000', '\ufffd');
    }
}
