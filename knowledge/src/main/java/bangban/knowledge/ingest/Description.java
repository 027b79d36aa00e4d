package bangban.knowledge.ingest;

import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.Format;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.parse.Outline;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import bangban.knowledge.place.Validity;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is known of a document: what its bringer said, else its text, else its name. */
final class Description {

    private Description() {}

    /**
     * The id that a file with this name gets in this place.
     *
     * @param taken how many such ids documents have that were since moved elsewhere
     */
    static String id(NewDocument added, int taken) {
        Place place = added.place();
        String owner = place.tier() == Tier.PERSONAL ? place.owner() : "";
        String known =
                String.join("\n", added.file(), place.tier().name(), place.org().value(), owner);
        String inSession = place.session() == null ? known : known + "\n" + place.session();
        return Hash.hex(taken == 0 ? inSession : inSession + "\n\n" + taken).substring(0, 24);
    }

    static CatalogEntry of(String id, NewDocument added, String hash, Format format, Outline outline, Instant addedAt) {
        String name = name(added.file());
        String title = title(added.title(), outline, name);
        // a date in an address is when the page was put there
        LocalDate nameDate =
                isWebPage(added.file()) ? null : WrittenDates.inName(name).orElse(null);
        LocalDate from = added.effectiveFrom() != null ? added.effectiveFrom() : writtenFrom(outline, nameDate);
        String version = added.version() != null
                ? added.version()
                : WrittenDates.version(name)
                        .or(() -> WrittenDates.version(title))
                        .map(written -> FieldLimits.shortened(written, FieldLimits.VERSION))
                        .orElse(null);
        LocalDate to = added.effectiveTo();
        KnowledgeDocument document = new KnowledgeDocument(
                id,
                added.file(),
                title,
                added.place(),
                validity(from, to),
                version,
                null,
                format,
                outline.pages(),
                hash,
                addedAt);
        boolean given = added.effectiveFrom() != null;
        return new CatalogEntry(
                document, from, to, given, nameDate, seriesKey(added.file(), title, from), added.supersedes());
    }

    /** True where both say the same of the same bytes, whatever their series made of it. */
    static boolean same(CatalogEntry one, CatalogEntry other) {
        KnowledgeDocument neutral = one.document();
        return one.equals(other.with(neutral))
                && one.document().title().equals(other.document().title())
                && one.document().place().equals(other.document().place())
                && String.valueOf(one.document().version())
                        .equals(String.valueOf(other.document().version()));
    }

    /** What will be said of a document that is in; its series decides on its validity. */
    static CatalogEntry changed(CatalogEntry before, DocumentChange change, Supplier<Outline> outline) {
        KnowledgeDocument document = before.document();
        String title = switch (change.title()) {
            case Edit.Keep<String>() -> document.title();
            case Edit.Clear<String>() -> title(null, outline.get(), name(document.file()));
            case Edit.To<String>(String value) -> value;
        };
        LocalDate from = switch (change.effectiveFrom()) {
            case Edit.Keep<LocalDate>() -> before.ownFrom();
            case Edit.Clear<LocalDate>() -> writtenFrom(outline.get(), before.nameDate());
            case Edit.To<LocalDate>(LocalDate value) -> value;
        };
        boolean fromGiven = switch (change.effectiveFrom()) {
            case Edit.Keep<LocalDate>() -> before.fromGiven();
            case Edit.Clear<LocalDate>() -> false;
            case Edit.To<LocalDate>(LocalDate value) -> true;
        };
        LocalDate to = switch (change.effectiveTo()) {
            case Edit.Keep<LocalDate>() -> before.ownTo();
            case Edit.Clear<LocalDate>() -> null;
            case Edit.To<LocalDate>(LocalDate value) -> value;
        };
        KnowledgeDocument after = document.described(title, change.applied(document.place()), validity(from, to));
        String seriesKey = seriesKey(document.file(), title, from);
        return new CatalogEntry(after, from, to, fromGiven, before.nameDate(), seriesKey, before.predecessor());
    }

    private static Validity validity(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Validity(from, to != null && from != null && to.isBefore(from) ? from : to);
    }

    private static @Nullable LocalDate writtenFrom(Outline outline, @Nullable LocalDate nameDate) {
        return WrittenDates.inForceFrom(outline.text()).orElse(nameDate);
    }

    private static String title(@Nullable String said, Outline outline, String name) {
        String given = said != null ? said : outline.title();
        return FieldLimits.shortened(given == null || given.isBlank() ? name : given.strip(), FieldLimits.TITLE);
    }

    /** Pages of a site often share a title; only what says when it comes into force is a version of a rule. */
    private static String seriesKey(String file, String title, @Nullable LocalDate from) {
        return isWebPage(file) && from == null
                ? FieldLimits.shortened(file, FieldLimits.FILE)
                : WrittenDates.seriesKey(title);
    }

    /** True where the file is known by its address on the web. */
    private static boolean isWebPage(String file) {
        return file.startsWith("http://") || file.startsWith("https://");
    }

    /** What people call the file: its name without folders and ending. */
    private static String name(String file) {
        return isWebPage(file) ? webName(file) : stem(file.substring(file.lastIndexOf('/') + 1));
    }

    /** The name by which a parser knows a document's original. */
    static String fileName(KnowledgeDocument document) {
        String file = document.file();
        return isWebPage(file) ? document.format().fileName("page") : file.substring(file.lastIndexOf('/') + 1);
    }

    /** The last part of a page's address as people read it, else the address. */
    private static String webName(String address) {
        String path = address.replaceFirst("[?#].*$", "");
        String last = path.substring(path.lastIndexOf('/') + 1);
        try {
            String name = stem(URLDecoder.decode(last.replace("+", "%2B"), StandardCharsets.UTF_8));
            return name.isBlank() ? address : name;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    private static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }
}
