package bangban.web.cli;

import bangban.knowledge.ingest.FieldTooLongException;
import bangban.knowledge.ingest.FolderFiles;
import bangban.knowledge.ingest.Ingestion.Outcome;
import bangban.knowledge.ingest.Manifest;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.place.Place;
import bangban.web.phrase.Phrases;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Adds files through the running server as one job, sending the next ones as the server gets on. For one use. */
final class RemoteIngestion {

    private static final String JOBS = "/api/knowledge/jobs/";
    private static final int MOST_WAITING = 8;
    private static final int LOOK_EVERY_MILLIS = 200;

    private final ServerClient server;
    private final IngestTally tally;
    private final Phrases phrases;
    private @Nullable String job;

    RemoteIngestion(ServerClient server, Terminal terminal, IngestTally tally) {
        this.server = server;
        this.tally = tally;
        this.phrases = terminal.phrases();
    }

    void add(Path path, NewDocument defaults, Manifest manifest, ProgressLine line)
            throws IOException, InterruptedException {
        List<Path> files = FolderFiles.of(path);
        for (Path file : files) {
            send(file, FolderFiles.name(path, file), defaults, manifest);
            waitUntilFewerThan(MOST_WAITING, line, files.size());
        }
        waitUntilFewerThan(1, line, files.size());
        count();
    }

    private void send(Path file, String name, NewDocument defaults, Manifest manifest)
            throws IOException, InterruptedException {
        try {
            Map<String, String> fields = fields(manifest.describe(name, defaults));
            put(fields, "job", job);
            MultipartBody body = new MultipartBody(fields, file);
            JsonNode accepted = server.post("/api/knowledge/documents", body.publisher(), body.contentType());
            job = accepted.path("jobId").asString();
        } catch (FieldTooLongException e) {
            tally.fail(name, phrases.text("problem.field-too-long.detail", e.field(), e.length(), e.limit()));
        } catch (CommandException | IllegalArgumentException e) {
            tally.fail(name, String.valueOf(e.getMessage()));
        } catch (FileNotFoundException e) {
            // it may be there, but cannot be opened
            tally.fail(
                    name,
                    Failures.coded(
                            phrases.text("problem." + Failures.UNREADABLE + ".detail"), Failures.UNREADABLE, phrases));
        }
    }

    private void waitUntilFewerThan(int most, ProgressLine line, int total) throws IOException, InterruptedException {
        while (job != null) {
            JsonNode files = server.get(JOBS + job).path("files");
            int ended = files.path("done").asInt() + files.path("failed").asInt();
            line.at(ended + tally.failed().size(), total);
            if (files.path("total").asInt() - ended < most) {
                return;
            }
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
    }

    /** What came of each file that was sent. */
    private void count() throws IOException, InterruptedException {
        String after = "";
        while (job != null) {
            JsonNode page = server.get(JOBS + job + "/files?limit=200" + after);
            page.path("items").forEach(this::count);
            if (page.path("next").isNull()) {
                return;
            }
            after = "&after=" + page.path("next").asString();
        }
    }

    private void count(JsonNode file) {
        JsonNode contents = file.path("contents");
        if (contents.isObject()) {
            contents(contents);
        } else if (file.path("status").asString().equals("done")) {
            tally.add(Outcome.valueOf(file.path("outcome").asString().toUpperCase(Locale.ROOT)));
        } else {
            fail(file.path("file").asString(), file.path("error"));
        }
    }

    /** What came of the files inside an archive or on a mail. */
    private void contents(JsonNode contents) {
        tally.add(Outcome.ADDED, contents.path("added").asInt());
        tally.add(Outcome.REPLACED, contents.path("changed").asInt());
        tally.add(Outcome.UNCHANGED, contents.path("unchanged").asInt());
        contents.path("failed").forEach(failed -> fail(failed.path("file").asString(), failed.path("error")));
    }

    private void fail(String file, JsonNode error) {
        tally.fail(
                file,
                Failures.coded(
                        error.path("detail").asString(), error.path("code").asString(""), phrases));
    }

    private static Map<String, String> fields(NewDocument document) {
        Place place = document.place();
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "path", document.file());
        put(fields, "title", document.title());
        put(fields, "tier", place.tier().name());
        put(fields, "org", place.org().value());
        put(fields, "domain", place.domain());
        put(fields, "tags", String.join(",", place.tags()));
        put(fields, "clearance", place.clearance().label());
        put(fields, "owner", place.owner());
        put(fields, "effectiveFrom", document.effectiveFrom());
        put(fields, "effectiveTo", document.effectiveTo());
        put(fields, "version", document.version());
        put(fields, "supersedes", document.supersedes());
        return fields;
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null && !value.toString().isEmpty()) {
            fields.put(name, value.toString());
        }
    }
}
