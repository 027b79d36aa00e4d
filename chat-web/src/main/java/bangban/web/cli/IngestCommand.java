package bangban.web.cli;

import bangban.config.organisation.Clearance;
import bangban.config.organisation.OrgPath;
import bangban.knowledge.ingest.FieldTooLongException;
import bangban.knowledge.ingest.FolderIngestion;
import bangban.knowledge.ingest.Manifest;
import bangban.knowledge.ingest.NewDocument;
import bangban.knowledge.ingest.Progress;
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
import java.util.Set;
import java.util.stream.Collectors;

/** {@code bangban ingest}: a file or a folder into the knowledge base, in the administrator's name. */
final class IngestCommand {

    static final String ADMINISTRATOR = "admin";

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
        int total = FolderFiles.of(path).size();
        FolderIngestion.Report report = platform.folders()
                .add(path, defaults(options, org), manifest, (file, stage, done, of) -> {
                    if (stage == Progress.Stage.DONE && of == total) {
                        line.at(done, total);
                    }
                });
        report.added().forEach(added -> tally.add(added.outcome()));
        Path home = platform.folder().root();
        report.failed().forEach(one -> tally.fail(one.file(), sentence(one, home)));
        try {
            platform.index().flush();
            platform.audit()
                    .record(
                            ADMINISTRATOR,
                            "document.add",
                            path.toString(),
                            report.added().size() + " files");
        } catch (RuntimeException e) {
            // on a full disk, what became of each file is what counts; each that was added is in for good
            if (tally.failed().isEmpty() || !DiskFull.causes(e, home)) {
                throw e;
            }
        }
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

    private String sentence(FolderIngestion.Failed failed, Path home) {
        String code = FileFailure.code(failed.code(), home);
        return Failures.coded(
                terminal.phrases()
                        .text("problem." + code + ".detail", failed.arguments().toArray()),
                code,
                terminal.phrases());
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
