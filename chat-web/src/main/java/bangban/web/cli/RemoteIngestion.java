package bangban.web.cli;

import bangban.knowledge.ingest.FieldTooLongException;
import bangban.knowledge.ingest.Ingestion.Outcome;
import bangban.knowledge.ingest.Manifest;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.place.Place;
import bangban.web.phrase.Phrases;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Adds files through the running server, a few at a time. */
final class RemoteIngestion {

    private static final int AT_ONCE = 4;
    private static final int LOOK_EVERY_MILLIS = 200;

    private final ServerClient server;
    private final Deque<Running> running = new ArrayDeque<>();
    private final IngestTally tally;
    private final Phrases phrases;

    RemoteIngestion(ServerClient server, Terminal terminal, IngestTally tally) {
        this.server = server;
        this.tally = tally;
        this.phrases = terminal.phrases();
    }

    private record Running(String job, String file) {}

    void add(Path path, NewDocument defaults, Manifest manifest, ProgressLine line)
            throws IOException, InterruptedException {
        List<Path> files = FolderFiles.of(path);
        for (Path file : files) {
            waitUntilFewerThan(AT_ONCE, line, files.size());
            start(file, FolderFiles.name(path, file), defaults, manifest);
        }
        waitUntilFewerThan(1, line, files.size());
    }

    private void start(Path file, String name, NewDocument defaults, Manifest manifest)
            throws IOException, InterruptedException {
        try {
            MultipartBody body = new MultipartBody(fields(manifest.describe(name, defaults)), file);
            JsonNode accepted = server.post("/api/knowledge/documents", body.publisher(), body.contentType());
            running.add(new Running(accepted.path("jobId").asString(), name));
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
        while (running.size() >= most) {
            int before = running.size();
            for (Running each : List.copyOf(running)) {
                look(each);
            }
            line.at(tally.all(), total);
            if (running.size() == before) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
    }

    private void look(Running each) throws IOException, InterruptedException {
        JsonNode job = server.get("/api/knowledge/jobs/" + each.job());
        switch (job.path("status").asString()) {
            case "done", "failed" -> {
                running.remove(each);
                JsonNode contents = job.path("contents");
                if (contents.isObject()) {
                    contents(contents);
                } else if (job.path("status").asString().equals("done")) {
                    tally.add(Outcome.valueOf(
                            job.path("outcome").asString(Outcome.ADDED.name()).toUpperCase(Locale.ROOT)));
                } else {
                    fail(each.file(), job.path("error"));
                }
            }
            default -> {}
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
