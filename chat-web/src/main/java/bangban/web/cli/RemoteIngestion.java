package bangban.web.cli;

import bangban.knowledge.ingest.FieldTooLongException;
import bangban.knowledge.ingest.Manifest;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.place.Place;
import bangban.web.phrase.Phrases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Adds files through the running server, a few at a time. */
final class RemoteIngestion {

    private static final int AT_ONCE = 4;
    private static final int LOOK_EVERY_MILLIS = 200;

    private final ServerClient server;
    private final Phrases phrases;
    private final Deque<Running> running = new ArrayDeque<>();
    private final List<IngestCommand.Failed> failed = new ArrayList<>();
    private int added;

    RemoteIngestion(ServerClient server, Phrases phrases) {
        this.server = server;
        this.phrases = phrases;
    }

    private record Running(String job, String file) {}

    IngestCommand.Result add(Path path, NewDocument defaults, Manifest manifest, ProgressLine line)
            throws IOException, InterruptedException {
        List<Path> files = FolderFiles.of(path);
        for (Path file : files) {
            waitUntilFewerThan(AT_ONCE, line, files.size());
            start(file, FolderFiles.name(path, file), defaults, manifest);
        }
        waitUntilFewerThan(1, line, files.size());
        return new IngestCommand.Result(added, List.copyOf(failed));
    }

    private void start(Path file, String name, NewDocument defaults, Manifest manifest)
            throws IOException, InterruptedException {
        try {
            MultipartBody body = new MultipartBody(fields(manifest.describe(name, defaults)), file);
            JsonNode accepted = server.post("/api/knowledge/documents", body.publisher(), body.contentType());
            running.add(new Running(accepted.path("jobId").asString(), name));
        } catch (FieldTooLongException e) {
            failed.add(new IngestCommand.Failed(
                    name, phrases.text("problem.field-too-long.detail", e.field(), e.length(), e.limit())));
        } catch (CommandException | IllegalArgumentException e) {
            failed.add(new IngestCommand.Failed(name, String.valueOf(e.getMessage())));
        }
    }

    private void waitUntilFewerThan(int most, ProgressLine line, int total) throws IOException, InterruptedException {
        while (running.size() >= most) {
            int before = running.size();
            for (Running each : List.copyOf(running)) {
                look(each);
            }
            line.at(added + failed.size(), total);
            if (running.size() == before) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        }
    }

    private void look(Running each) throws IOException, InterruptedException {
        JsonNode job = server.get("/api/knowledge/jobs/" + each.job());
        switch (job.path("status").asString()) {
            case "done" -> {
                running.remove(each);
                added++;
            }
            case "failed" -> {
                running.remove(each);
                failed.add(new IngestCommand.Failed(
                        each.file(), job.path("error").path("detail").asString()));
            }
            default -> {}
        }
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
