package bangban.web.knowledge;

import bangban.knowledge.ingest.FieldTooLongException;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Reader;
import bangban.knowledge.place.Tier;
import bangban.web.platform.Readers;
import bangban.web.problem.RequestError;
import bangban.web.problem.RequestException;
import bangban.web.security.Caller;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;

/** The fields of an upload, read strictly. */
final class UploadForm {

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_FIELD = 500;
    private static final List<String> OF_ONE_FILE = List.of("path", "title", "version", "supersedes");

    private final MultiValueMap<String, Part> parts;

    UploadForm(MultiValueMap<String, Part> parts) {
        this.parts = parts;
    }

    /** The files, one at least. What is said of one alone cannot be said of several. */
    List<FilePart> files() {
        List<FilePart> files = parts.getOrDefault("file", List.of()).stream()
                .filter(FilePart.class::isInstance)
                .map(FilePart.class::cast)
                .toList();
        if (files.isEmpty()) {
            throw new RequestException(RequestError.BAD_REQUEST);
        }
        for (String name : OF_ONE_FILE) {
            String value = field(name);
            if (files.size() > 1 && value != null) {
                throw RequestException.invalid(name, Texts.shortened(value), "file × 1");
            }
        }
        return files;
    }

    /** The job that the files join; empty for a new one. */
    Optional<String> job() {
        return Optional.ofNullable(field("job"));
    }

    /** What is left out is the caller's: their unit, their clearance where it is below 内部, a document of their own. */
    NewDocument document(FilePart file, Caller caller) {
        Reader reader = Readers.of(caller.principal());
        Tier tier = PlaceFields.tier(field("tier"));
        Place place = new Place(
                tier,
                PlaceFields.org(field("org"), tier, reader),
                field("domain"),
                tags(),
                PlaceFields.clearance(field("clearance"), reader),
                owner(caller));
        try {
            return new NewDocument(
                    name(file),
                    field("title"),
                    place,
                    date("effectiveFrom"),
                    date("effectiveTo"),
                    field("version"),
                    field("supersedes"),
                    reader.clearance());
        } catch (FieldTooLongException e) {
            throw RequestException.tooLong(e.field(), e.length(), e.limit());
        }
    }

    /** Whoever holds the data folder may add for someone else; over the network one adds in one's own name. */
    private String owner(Caller caller) {
        String owner = field("owner");
        return owner == null || caller.token() != null ? caller.user() : owner;
    }

    /** Its name without what no file name may hold. */
    String name(FilePart file) {
        String path = field("path");
        String given = path == null ? file.filename() : path;
        String clean = Arrays.stream(given.replace('\\', '/').split("/"))
                .map(segment -> segment.codePoints()
                        .filter(c -> !Character.isISOControl(c))
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .strip())
                .filter(segment -> !segment.isEmpty() && !segment.equals(".") && !segment.equals(".."))
                .collect(Collectors.joining("/"));
        String name = path == null ? clean.substring(clean.lastIndexOf('/') + 1) : clean;
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw RequestException.invalid("file", name.length(), "1 – " + LONGEST_NAME);
        }
        return name;
    }

    private List<String> tags() {
        String tags = field("tags");
        return tags == null
                ? List.of()
                : Arrays.stream(tags.split("[,，、]"))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList();
    }

    private @Nullable LocalDate date(String name) {
        String text = field(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw RequestException.invalid(name, String.valueOf(text), "2025-01-31");
        }
    }

    private @Nullable String field(String name) {
        if (!(parts.getFirst(name) instanceof FormFieldPart part)
                || part.value().isBlank()) {
            return null;
        }
        if (part.value().length() > LONGEST_FIELD) {
            throw RequestException.tooLong(name, part.value().length(), LONGEST_FIELD);
        }
        return part.value().strip();
    }
}
