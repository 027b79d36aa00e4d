package bangban.knowledge.index;

import org.junit.jupiter.api.BeforeEach;

/** While there are two schemas, it is an index as any other. */
class PostgresRenewingIndexTest extends PostgresPassageIndexTest {

    @BeforeEach
    void renew() {
        if (index() instanceof RenewableIndex renewable) {
            renewable.renew();
        }
    }
}
