package bangban.web.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The direction of dependency that the design fixes. */
class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("bangban");

    private static void mayNotDependOn(String from, String... to) {
        noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(to)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void languageAndConfigStandAtTheBottom() {
        mayNotDependOn(
                "bangban.language..",
                "bangban.runtime..",
                "bangban.knowledge..",
                "bangban.tools..",
                "bangban.agents..",
                "bangban.web..");
        mayNotDependOn(
                "bangban.config..",
                "bangban.runtime..",
                "bangban.knowledge..",
                "bangban.tools..",
                "bangban.agents..",
                "bangban.web..");
    }

    @Test
    void knowledgeAndRuntimeKnowNothingOfEachOtherOrOfWhatIsAbove() {
        mayNotDependOn(
                "bangban.knowledge..", "bangban.runtime..", "bangban.tools..", "bangban.agents..", "bangban.web..");
        mayNotDependOn(
                "bangban.runtime..", "bangban.knowledge..", "bangban.tools..", "bangban.agents..", "bangban.web..");
    }

    @Test
    void toolsKnowNeitherAgentsNorChannels() {
        mayNotDependOn("bangban.tools..", "bangban.agents..", "bangban.web..");
    }

    @Test
    void channelsAndAgentsMeetAtRunTimeOnly() {
        mayNotDependOn("bangban.web..", "bangban.agents..");
        mayNotDependOn("bangban.agents..", "bangban.web..");
    }

    @Test
    void noAgentKnowsAnother() {
        slices().matching("bangban.agents.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void featuresHaveNoCycles() {
        for (String module : new String[] {"config", "language", "runtime", "knowledge", "tools", "web"}) {
            slices().matching("bangban." + module + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true)
                    .check(CLASSES);
        }
    }

    @Test
    void nothingIsInjectedIntoFields() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineWritesToTheTerminal() {
        noClasses()
                .that()
                .resideOutsideOfPackages("bangban.web.cli..", "bangban.bench..")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CLASSES);
    }
}
