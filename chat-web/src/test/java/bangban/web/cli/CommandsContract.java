package bangban.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the commands do, whether or not a server holds the data folder. */
abstract class CommandsContract {

    @TempDir
    Path files = Path.of("");

    abstract Shell shell();

    /** An agent that is installed there. */
    abstract String agent();

    private static String freshName() {
        return "u" + UUID.randomUUID().toString().substring(0, 12);
    }

    private String added(String... options) {
        String name = freshName();
        String[] words = new String[options.length + 5];
        System.arraycopy(new String[] {"user", "add", name, "--org", "集团/甲厂"}, 0, words, 0, 5);
        System.arraycopy(options, 0, words, 5, options.length);
        Shell.Ended ended = shell().run(words);
        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out()).contains(name);
        return name;
    }

    private static JsonNode json(Shell.Ended ended) {
        return JsonMapper.shared().readTree(ended.lastLine());
    }

    @Test
    void anAnswerIsPrintedWithTheTurnAsTheLastLine() {
        Shell.Ended ended = shell().run("ask", "你好吗", "--agent", agent(), "--as-of", "2024-03-10", "--json");

        assertThat(ended.code()).as(ended.error()).isZero();
        JsonNode turn = json(ended);
        assertThat(turn.path("status").asString()).isEqualTo("finished");
        assertThat(turn.path("asOf").asString()).isEqualTo("2024-03-10");
        assertThat(turn.path("question").asString()).isEqualTo("你好吗");
        assertThat(turn.path("text").asString()).isNotBlank();
        assertThat(ended.out()).startsWith(turn.path("text").asString().substring(0, 2));
    }

    @Test
    void oneAsksInTheNameOfAnotherUntilTheyAreDisabled() {
        String name = added();
        assertThat(shell().run("ask", "你好吗", "--agent", agent(), "--as", name).code())
                .isZero();

        assertThat(shell().run("user", "disable", name).code()).isZero();

        Shell.Ended refused = shell().run("ask", "你好吗", "--agent", agent(), "--as=" + name);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.error()).contains(name).doesNotContain("did not start");
    }

    @Test
    void whatIsAskedWronglyIsSaidWithItsCode() {
        Shell.Ended unknown = shell().run("ask", "你好吗", "--agent", "nobody");
        Shell.Ended empty = shell().run("ask", " ", "--agent", agent());

        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.error()).contains("nobody").contains("(code: unknown-agent)");
        assertThat(empty.error()).contains("(code: empty-question)");
    }

    @Test
    void accountsAreAddedListedDisabledAndEnabled() {
        String name = added("--clearance", "秘密", "--roles", "knowledge-manager");
        assertThat(row(name)).contains("集团/甲厂", "秘密", "knowledge-manager").doesNotContain("disabled");

        assertThat(shell().run("user", "disable", name).code()).isZero();
        assertThat(row(name)).contains("disabled");

        assertThat(shell().run("user", "enable", name).code()).isZero();
        assertThat(row(name)).doesNotContain("disabled");
    }

    private String row(String name) {
        Shell.Ended list = shell().run("user", "list");
        assertThat(list.code()).as(list.error()).isZero();
        return list.out()
                .lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElse("");
    }

    @Test
    void aPasswordIsReadFromStandardInputAndNotShown() {
        String name = freshName();

        Shell.Ended ended =
                shell().runWith("a-chosen-password\n", "user", "add", name, "--org", "集团", "--password-stdin");

        assertThat(ended.code()).as(ended.error()).isZero();
        assertThat(ended.out() + ended.error()).doesNotContain("a-chosen-password");
    }

    @Test
    void anAccountThatCannotBeAddedIsSaidWithItsCode() {
        String name = added();
        Shell.Ended twice = shell().run("user", "add", name, "--org", "集团/甲厂");
        Shell.Ended role = shell().run("user", "add", freshName(), "--org", "集团/甲厂", "--roles", "bogus");
        Shell.Ended clearance = shell().run("user", "add", freshName(), "--org", "集团/甲厂", "--clearance", "绝密");
        Shell.Ended nobody = shell().run("user", "disable", freshName());

        assertThat(twice.code()).isEqualTo(1);
        assertThat(twice.error()).contains(name).contains("(code: account-exists)");
        assertThat(role.code()).isEqualTo(2);
        assertThat(role.error()).contains("bogus", "knowledge-manager").contains("(code: invalid-value)");
        assertThat(clearance.error()).contains("绝密", "机密").contains("(code: invalid-value)");
        assertThat(nobody.code()).isEqualTo(1);
        assertThat(nobody.error()).contains("(code: not-found)");
    }

    @Test
    void aUnitThatNothingNamesYetIsPointedOut() {
        added();
        String unit = "集团/甲" + freshName();

        Shell.Ended first = shell().run("user", "add", freshName(), "--org", unit);
        Shell.Ended second = shell().run("user", "add", freshName(), "--org", unit);

        assertThat(first.code()).isZero();
        assertThat(first.error()).contains(unit + " is a new unit").contains("集团/甲厂");
        assertThat(second.error()).doesNotContain("new unit");
    }

    @Test
    void ingestionTellsAddedChangedUnchangedAndFailedApart() throws IOException {
        rule("一.md", "早班七点。");
        Path empty = Files.createFile(files.resolve("空.md"));
        Shell.Ended first = ingest();
        assertThat(first.code()).isEqualTo(1);
        assertThat(first.out()).contains("2 files: 1 added, 0 changed, 0 unchanged, 1 failed");
        assertThat(first.error()).contains("空.md").contains("(code: file-empty)");

        Files.delete(empty);
        rule("一.md", "早班八点。");
        rule("二.md", "晚班九点。");
        Shell.Ended second = ingest();
        assertThat(second.code()).isZero();
        assertThat(second.out()).contains("2 files: 1 added, 1 changed, 0 unchanged, 0 failed");

        Shell.Ended third = ingest();
        assertThat(third.code()).isZero();
        assertThat(third.out()).contains("2 files: 0 added, 0 changed, 2 unchanged, 0 failed");
    }

    private void rule(String name, String text) throws IOException {
        Files.writeString(files.resolve(name), "# " + name + "办法\n\n第一条 " + text + "\n");
    }

    private Shell.Ended ingest() {
        return shell().run("ingest", files.toString(), "--org", "集团/甲厂");
    }

    @Test
    void whatIsIngestedWronglyIsSaidPlainly() {
        Shell.Ended missing = shell().run("ingest", files.resolve("gone").toString());
        Shell.Ended nothing = shell().run("ingest", files.toString());
        Shell.Ended clearance = shell().run("ingest", files.toString(), "--clearance", "绝密");

        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.error()).contains("gone");
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(clearance.code()).isEqualTo(2);
        assertThat(clearance.error()).contains("绝密", "机密");
    }
}
