package bangban.web.cli;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.ingest.ContentsCount;
import bangban.knowledge.ingest.FieldTooLongException;
import bangban.knowledge.ingest.Ingestion.Outcome;
import bangban.knowledge.ingest.Manifest;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.job.IngestJob;
import bangban.knowledge.job.IngestJobs;
import bangban.knowledge.job.JobFile;
import bangban.knowledge.place.Place;
import bangban.knowledge.place.Tier;
import bangban.web.platform.FileFailure;
import bangban.web.platform.Platform;
import bangban.web.start.DiskFull;
import bangban.web.start.FolderInUseException;
import bangban.web.start.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code bangban ingest}: a file or a folder into the knowledge base, in the administrator's name. */
final class IngestCommand {

    static final String ADMINISTRATOR = "admin";

    private static final int LOOK_EVERY_MILLIS = 100;
    private static final Set<String> VALUED =
            Set.of("--tier", "--org", "--domain", "--tags", "--clearance", "--effective-from", "--manifest");

    private final Terminal terminal;

    IngestCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    int run(List<String> words, Settings settings) throws IOException, InterruptedException {
        Options options = Options.parse(words, VALUED, Set.of());
        Path path = Path.of(options.onlyArgument("PATH"));
        if (!Files.exists(path)) {
            throw new CommandException(terminal.phrases().text("cli.no-such-path", path.toString()));
        }
        Manifest manifest = manifest(options);
        // says what is written wrongly before anything is opened
        defaults(options, "");
        IngestTally tally = new IngestTally();
        ProgressLine line = new ProgressLine(terminal, terminal.out(), "cli.ingest-progress");
        try (Platform platform = Platform.open(settings)) {
            here(path, options, manifest, platform, tally, line);
        } catch (FolderInUseException e) {
            try (ServerClient server = ServerClient.to(settings.home(), e.owner(), ADMINISTRATOR, terminal)) {
                NewUnit.warn(options.value("--org"), new ServerUnits(server, settings.config()), terminal);
                NewDocument defaults =
                        defaults(options, server.get("/api/me").path("org").asString());
                new RemoteIngestion(server, terminal, tally).add(path, defaults, manifest, line);
            }
        }
        line.end();
        return print(tally, path);
    }

    private void here(
            Path path, Options options, Manifest manifest, Platform platform, IngestTally tally, ProgressLine line)
            throws IOException, InterruptedException {
        Opening.of(platform, terminal);
        NewUnit.warn(options.value("--org"), platform.units(), terminal);
        String org = platform.accounts()
                .find(ADMINISTRATOR)
                .map(account -> account.principal().org().value())
                .orElse("");
        IngestJobs jobs = platform.jobs();
        Optional<IngestJob> accepted = jobs.acceptFolder(ADMINISTRATOR, path, defaults(options, org), manifest);
        if (accepted.isEmpty()) {
            return;
        }
        jobs.start();
        IngestJob job = ended(jobs, accepted.get(), line);
        List<JobFile> files = jobs.files(job, 0, job.files().total(), Set.of());
        files.forEach(file -> tally(file, tally, platform.folder().root()));
        try {
            platform.audit()
                    .record(
                            ADMINISTRATOR,
                            "document.add",
                            path.toString(),
                            job.files().done() + " files");
        } catch (RuntimeException e) {
            // on a full disk, what became of each file is what counts; each that was added is in for good
            if (tally.failed().isEmpty()
                    || !DiskFull.causes(e, platform.folder().root())) {
                throw e;
            }
        }
    }

    private static IngestJob ended(IngestJobs jobs, IngestJob accepted, ProgressLine line) throws InterruptedException {
        IngestJob now = accepted;
        while (!now.hasEnded()) {
            Thread.sleep(LOOK_EVERY_MILLIS);
            now = jobs.find(accepted.id(), ADMINISTRATOR).orElse(now);
            line.at(now.files().done() + now.files().failed(), now.files().total());
        }
        return now;
    }

    private void tally(JobFile file, IngestTally tally, Path home) {
        Outcome outcome = file.outcome();
        ContentsCount contents = file.contents();
        if (contents != null) {
            tally.add(Outcome.ADDED, contents.added());
            tally.add(Outcome.REPLACED, contents.changed());
            tally.add(Outcome.UNCHANGED, contents.unchanged());
            contents.failed()
                    .forEach(failed -> tally.fail(failed.file(), sentence(failed.code(), failed.arguments(), home)));
        } else if (outcome != null) {
            tally.add(outcome);
        } else {
            tally.fail(file.file(), sentence(String.valueOf(file.reason()), file.arguments(), home));
        }
    }

    private String sentence(String reason, List<Object> arguments, Path home) {
        String code = FileFailure.code(reason, home);
        String sentence = terminal.phrases().text("problem." + code + ".detail", arguments.toArray());
        return Failures.coded(sentence, code, terminal.phrases());
    }

    private Manifest manifest(Options options) throws IOException {
        String file = options.value("--manifest").orElse(null);
        if (file == null) {
            return Manifest.NONE;
        }
        if (!Files.isRegularFile(Path.of(file))) {
            throw new CommandException(terminal.phrases().text("cli.no-such-path", file));
        }
        try {
            return Manifest.read(Files.readString(Path.of(file)));
        } catch (IllegalArgumentException e) {
            throw new UsageException("cli.bad-value", "--manifest", file, "{\"file\": …}");
        }
    }

    /** What the manifest does not say. A unit alone means a unit's document; nothing at all the whole group's. */
    private static NewDocument defaults(Options options, String administratorsOrg) {
        Tier tier = options.value("--tier")
                .map(IngestCommand::tier)
                .orElse(options.value("--org").isPresent() ? Tier.UNIT : Tier.GROUP);
        Place place = new Place(
                tier,
                new OrgPath(options.value("--org").orElse(administratorsOrg)),
                options.value("--domain").orElse(null),
                options.value("--tags").stream()
                        .flatMap(tags -> Arrays.stream(tags.split("[,，、]")))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .toList(),
                options.value("--clearance").map(IngestCommand::clearance).orElse(Clearance.INTERNAL),
                ADMINISTRATOR);
        try {
            return new NewDocument(
                    "", null, place, options.date("--effective-from").orElse(null), null, null, null);
        } catch (FieldTooLongException e) {
            String option = "--" + e.field();
            throw new UsageException(
                    "cli.bad-value", option, options.value(option).orElse(""), "≤ " + e.limit());
        }
    }

    private static Tier tier(String text) {
        try {
            return Tier.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UsageException("cli.bad-value", "--tier", text, "GROUP, UNIT, PERSONAL");
        }
    }

    private static Clearance clearance(String text) {
        try {
            return Clearance.of(text);
        } catch (IllegalArgumentException e) {
            String allowed =
                    Arrays.stream(Clearance.values()).map(Clearance::label).collect(Collectors.joining(", "));
            throw new UsageException("cli.bad-value", "--clearance", text, allowed);
        }
    }

    private int print(IngestTally tally, Path path) {
        if (tally.all() == 0) {
            throw new CommandException(terminal.phrases().text("cli.ingest-nothing", path.toString()));
        }
        for (IngestTally.Failed failed : tally.failed()) {
            terminal.complain("cli.ingest-failed", failed.file(), failed.sentence());
        }
        int failed = tally.failed().size();
        terminal.say("cli.ingest-done", tally.all(), tally.added(), tally.changed(), tally.unchanged(), failed);
        return failed == 0 ? 0 : 1;
    }
}
