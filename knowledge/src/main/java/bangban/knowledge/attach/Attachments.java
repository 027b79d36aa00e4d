package bangban.knowledge.attach;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.attach.Attachment.Status;
import bangban.knowledge.attach.AttachmentException.Reason;
import bangban.knowledge.catalog.CatalogEntry;
import bangban.knowledge.catalog.DocumentCatalog;
import bangban.knowledge.catalog.KnowledgeDocument;
import bangban.knowledge.ingest.Ingestion;
import bangban.knowledge.ingest.PlaceTakenException;
import bangban.knowledge.place.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files that people bring into conversations. Safe for use by many threads; what was brought is read whatever happens to the process,
 * and goes by itself where it is never sent.
 */
public final class Attachments implements AutoCloseable {

    /** How long a file waits to be sent. */
    public static final Duration UNSENT_STAYS = Duration.ofHours(24);
    /** How many of one owner may wait to be sent. */
    public static final int MOST_UNSENT = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Attachments.class);

    private final Ingestion ingestion;
    private final DocumentCatalog catalog;
    private final AttachmentStore store;
    private final Readings readings;
    private final Path folder;
    private final InstantSource clock;

    /**
     * @param source of a database that {@link bangban.knowledge.catalog.KnowledgeSchema} has brought up to date
     * @param folder where bytes are kept until they were read
     */
    public Attachments(
            Ingestion ingestion, DocumentCatalog catalog, DataSource source, Path folder, InstantSource clock) {
        this.ingestion = ingestion;
        this.catalog = catalog;
        this.store = new AttachmentStore(source);
        this.folder = folder;
        this.readings = new Readings(ingestion, store, folder);
        this.clock = clock;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Goes on with what an earlier process left. */
    public void start() {
        store.reading().forEach(readings::begin);
    }

    /** Where the bytes of a file are to be written before it is added. */
    public Path incoming() {
        return folder.resolve(UUID.randomUUID() + ".part");
    }

    /**
     * Adds a file, for nobody but its owner, and begins to read it. When this returns, its bytes are on the disk.
     *
     * @param written its bytes, at a path of {@link #incoming}
     * @throws AttachmentException TOO_MANY
     */
    public Attachment add(String owner, OrgPath org, Clearance clearance, String file, Path written) {
        if (store.unsent(owner) >= MOST_UNSENT) {
            throw new AttachmentException(Reason.TOO_MANY, file);
        }
        String id = UUID.randomUUID().toString();
        Attachment added = new Attachment(
                id,
                owner,
                org,
                clearance,
                file,
                kept(id, written),
                Status.READING,
                null,
                List.of(),
                0,
                null,
                List.of(),
                List.of(),
                clock.instant());
        store.insert(added);
        readings.begin(added);
        return added;
    }

    private long kept(String id, Path written) {
        try {
            try (FileChannel channel = FileChannel.open(written, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Path kept = Files.move(written, readings.bytes(id), StandardCopyOption.ATOMIC_MOVE);
            return Files.size(kept);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The attachment; empty where there is none, or it is another's. */
    public Optional<Attachment> find(String id, String owner) {
        return store.find(id).filter(found -> found.owner().equals(owner) && found.status() != Status.GIVEN_UP);
    }

    /** How far its reading is; empty where it is not being read by this process. */
    public Optional<Step> step(String id) {
        return readings.step(id);
    }

    /** The same as {@link #find} once it was read, or so long from now. */
    public Optional<Attachment> await(String id, String owner, Duration longest) {
        if (find(id, owner).isEmpty()) {
            return Optional.empty();
        }
        readings.await(id, longest);
        return find(id, owner);
    }

    /** Takes back what was not sent; what is being read goes a little later. False where there is no such file of this owner. */
    public boolean takeBack(String id, String owner) {
        if (find(id, owner).isEmpty() || !store.giveUp(id)) {
            return false;
        }
        Attachment gone = store.find(id).orElseThrow();
        if (readings.step(id).isPresent()) {
            Thread.ofVirtual().name("attachment-taken-back").start(() -> remove(gone));
        } else {
            remove(gone);
        }
        return true;
    }

    /**
     * Puts files into a session of their owner, all or none; those that are there already stay.
     *
     * @return in the order of the ids
     * @throws AttachmentException naming the first that cannot be sent
     */
    public List<Attachment> send(List<String> ids, String session, String owner) {
        List<Attachment> found =
                ids.stream().map(id -> sendable(id, session, owner)).toList();
        for (Attachment attachment : found) {
            if (!store.send(attachment.id(), session)) {
                throw new AttachmentException(Reason.UNKNOWN, attachment.id());
            }
            move(attachment, session);
        }
        return found;
    }

    private Attachment sendable(String id, String session, String owner) {
        Attachment found = find(id, owner).orElseThrow(() -> new AttachmentException(Reason.UNKNOWN, id));
        if (found.session() != null && !found.session().equals(session)) {
            throw new AttachmentException(Reason.ELSEWHERE, found.file());
        }
        return switch (found.status()) {
            case READING -> throw new AttachmentException(Reason.NOT_READY, found.file());
            case FAILED -> throw new AttachmentException(Reason.FAILED, found.file());
            case GIVEN_UP -> throw new AttachmentException(Reason.UNKNOWN, id);
            case READY -> found;
        };
    }

    /** Until all its documents are in the session: another file may take a name meanwhile. */
    private void move(Attachment attachment, String session) {
        boolean moved = false;
        while (!moved) {
            try {
                String file = freeName(attachment, session);
                documents(attachment).stream()
                        .filter(document ->
                                attachment.id().equals(document.place().session()))
                        .forEach(document -> ingestion
                                .changes()
                                .intoSession(
                                        document.id(),
                                        session,
                                        file
                                                + document.file()
                                                        .substring(attachment
                                                                .file()
                                                                .length())));
                moved = true;
            } catch (PlaceTakenException e) {
                LOG.debug("{} is in session {} by now", e.file(), session);
            }
        }
    }

    /** 合同.pdf, else 合同 (2).pdf, and so on. */
    private String freeName(Attachment attachment, String session) {
        Place place = attachment.place().inSession(session);
        String file = attachment.file();
        int dot = file.lastIndexOf('.');
        String stem = dot > 0 ? file.substring(0, dot) : file;
        String ending = dot > 0 ? file.substring(dot) : "";
        String name = file;
        for (int n = 2; isTaken(name, place, attachment); n++) {
            name = stem + " (" + n + ")" + ending;
        }
        return name;
    }

    private boolean isTaken(String name, Place place, Attachment attachment) {
        return catalog.idAt(name, place)
                        .filter(id -> !attachment.documentIds().contains(id))
                        .isPresent()
                || catalog.below(name, place).stream()
                        .anyMatch(document -> !attachment.documentIds().contains(document.id()));
    }

    private List<KnowledgeDocument> documents(Attachment attachment) {
        return attachment.documentIds().stream()
                .flatMap(id -> catalog.entry(id).stream())
                .map(CatalogEntry::document)
                .toList();
    }

    /** Deletes what was sent in a session, but for what was put into the knowledge base since. */
    public void deleteSession(String session, String owner) {
        store.ofSession(session, owner).forEach(this::remove);
    }

    /** Gives up what was not sent for long, and completes what was given up before. */
    public void sweep() {
        store.giveUpUnsent(clock.instant().minus(UNSENT_STAYS));
        store.givenUp().forEach(this::remove);
    }

    private void remove(Attachment attachment) {
        readings.giveUp(attachment.id());
        // what a reading that was cut off left, too
        Attachment now = store.find(attachment.id()).orElse(attachment);
        documents(now).stream()
                .filter(document -> document.place().session() != null)
                .forEach(document -> ingestion.delete(document.id()));
        if (attachment.session() == null) {
            Place own = attachment.place();
            catalog.idAt(attachment.file(), own).ifPresent(ingestion::delete);
            catalog.below(attachment.file(), own).forEach(document -> ingestion.delete(document.id()));
        }
        store.delete(attachment.id());
    }

    /** Before what reads files is closed: what is being read is left for the next start. */
    public void leaveTheRest() {
        readings.leaveTheRest();
    }

    /** Ends what is being read; the next start goes on with it. */
    @Override
    public void close() {
        readings.close();
    }
}
