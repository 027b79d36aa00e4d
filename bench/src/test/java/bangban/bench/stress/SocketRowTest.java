package bangban.bench.stress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SocketRowTest {

    private static SocketRow row(String remote) {
        return SocketRow.of("   0: 0100007F:1F90 " + remote
                + " 01 00000000:00000000 00:00000000 00000000     0        0 4242 1 0000000000000000 100 0 0 10 0");
    }

    @Test
    void knowsWhoseItIs() {
        assertThat(row("0100007F:1F90")).isEqualTo(new SocketRow("0100007F:1F90", "4242"));
    }

    @Test
    void nobodyAndThisMachineAreNotForeign() {
        assertThat(row("00000000:0000").isForeign()).isFalse();
        assertThat(row("0100007F:1F90").isForeign()).isFalse();
        assertThat(row("00000000000000000000000000000000:0000").isForeign()).isFalse();
        assertThat(row("00000000000000000000000001000000:1F90").isForeign()).isFalse();
        assertThat(row("0000000000000000FFFF00000100007F:1F90").isForeign()).isFalse();
    }

    @Test
    void othersAre() {
        assertThat(row("0A00000A:0050").isForeign()).isTrue();
        assertThat(row("7F000001:0050").isForeign()).isTrue();
        assertThat(row("0000000000000000FFFF000008080808:0050").isForeign()).isTrue();
        assertThat(row("B80D0120000000000000000001000000:01BB").isForeign()).isTrue();
    }
}
