package bangban.agents.policy;

import bangban.knowledge.chunk.PassageUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Says a table's row in few words; the row itself is shown below them. */
final class Rows {

    private static final int MOST_CELLS_SAID = 3;
    private static final int CELLS_IN_BRIEF = 2;

    private Rows() {}

    /** True for a row of more cells than one reads as a sentence. */
    static boolean isLong(Candidate candidate) {
        return candidate.unit().cells().stream().filter(cell -> !cell.isBlank()).count() > MOST_CELLS_SAID;
    }

    /** What the answering cell is the value of: the cells that the question names, else the row's first, and the column. */
    static String read(Candidate row, RowReading reading, String question) {
        PassageUnit unit = row.unit();
        Set<String> keys = new LinkedHashSet<>();
        for (int i = 0; i < unit.cells().size(); i++) {
            String cell = unit.cells().get(i).strip();
            if (i != reading.column() && cell.length() > 1 && question.contains(cell)) {
                keys.add(cell);
            }
        }
        if (keys.isEmpty()) {
            keys.add(unit.cells().getFirst().strip());
        }
        List<String> said = new ArrayList<>(keys);
        if (reading.byRange()) {
            said.add(unit.cells().get(reading.column()).strip());
        } else if (reading.column() < unit.header().size()) {
            said.add(unit.header().get(reading.column()).strip());
        }
        return String.join("，", said.stream().filter(word -> !word.isEmpty()).toList());
    }

    /** Its first cells with their headers. */
    static String brief(Candidate row) {
        PassageUnit unit = row.unit();
        List<String> said = new ArrayList<>();
        for (int i = 0; i < unit.cells().size() && said.size() < CELLS_IN_BRIEF; i++) {
            String cell = unit.cells().get(i).strip();
            String header = i < unit.header().size() ? unit.header().get(i).strip() : "";
            if (!cell.isEmpty()) {
                said.add(header.isEmpty() ? cell : header + "：" + cell);
            }
        }
        return String.join("；", said);
    }
}
