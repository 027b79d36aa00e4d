package bangban.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bangban.config.organisation.Clearance;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresRenewalTest extends RenewalContract {

    private @Nullable PassageDatabase database;

    @BeforeEach
    void choose() {
        database = TestDatabase.fresh();
    }

    @AfterEach
    void drop() {
        if (database != null) {
            database.drop();
        }
    }

    @Override
    RenewableIndex open(IndexVersion version) {
        return new RenewableIndex(Objects.requireNonNull(database), ANALYZER, version, DIMENSIONS);
    }

    @Override
    boolean outgoingExists() {
        return new SchemaHome(Objects.requireNonNull(database), ANALYZER, OLD, DIMENSIONS)
                .exists(IndexHome.Place.OUTGOING);
    }

    @Test
    void oneOfSeveralProcessesRenews() {
        writtenBefore();
        try (RenewableIndex one = open(NEW_ANALYSIS);
                RenewableIndex other = open(NEW_ANALYSIS)) {
            assertThat(one.claimRenewal()).isTrue();
            assertThat(other.claimRenewal()).isFalse();

            put(one, "a", group(Clearance.PUBLIC), "住宿标准甲");
            assertThat(byWords(other)).containsExactlyInAnyOrder("住宿标准甲", "住宿标准乙");
            put(one, "b", group(Clearance.PUBLIC), "住宿标准乙");
            one.renewed();

            assertThat(other.isRenewing()).isFalse();
            assertThat(byWords(other)).containsExactlyInAnyOrder("住宿标准甲", "住宿标准乙");
            assertThat(other.claimRenewal()).isTrue();
        }
    }

    @Test
    void whatOthersDeleteWhileOneRenewsIsGoneFromBoth() {
        writtenBefore();
        try (RenewableIndex early = open(OLD)) {
            assertThat(byWords(early)).hasSize(2);
        }
        try (RenewableIndex one = open(NEW_ANALYSIS);
                RenewableIndex other = open(NEW_ANALYSIS)) {
            other.delete("a");
            assertThat(byWords(one)).containsExactly("住宿标准乙");
        }
    }

    @Test
    void aProcessOfTheVersionBeforeSaysThatTheIndexIsNoLongerIts() {
        writtenBefore();
        try (RenewableIndex old = open(OLD);
                RenewableIndex renewed = open(NEW_ENCODER)) {
            put(renewed, "a", group(Clearance.PUBLIC), "住宿标准甲");
            assertThatThrownBy(() -> byMeaning(old))
                    .isInstanceOfSatisfying(
                            ServerIndexException.class,
                            e -> assertThat(e.problem()).isEqualTo(ServerIndexException.Problem.OTHER_VERSION));
        }
    }
}
