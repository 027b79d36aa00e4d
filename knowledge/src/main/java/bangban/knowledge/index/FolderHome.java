package bangban.knowledge.index;

import bangban.language.analyze.TermAnalyzer;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** Two folders side by side; the process that holds them is alone. */
final class FolderHome implements IndexHome {

    private final IndexFolder present;
    private final IndexFolder outgoing;
    private final TermAnalyzer analyzer;
    private final IndexVersion version;

    /** The outgoing index is beside the folder, under its name with {@code -old}. */
    FolderHome(Path folder, TermAnalyzer analyzer, IndexVersion version) {
        this.present = new IndexFolder(folder);
        this.outgoing = new IndexFolder(folder.resolveSibling(folder.getFileName() + "-old"));
        this.analyzer = analyzer;
        this.version = version;
    }

    private IndexFolder folder(Place place) {
        return switch (place) {
            case PRESENT -> present;
            case OUTGOING -> outgoing;
        };
    }

    @Override
    public VersionedIndex open(Place place) {
        return folder(place).open(analyzer, version);
    }

    @Override
    public Optional<VersionedIndex> openReadable(Place place) {
        return folder(place).openReadable(analyzer, version).map(index -> index);
    }

    @Override
    public boolean exists(Place place) {
        return folder(place).exists();
    }

    @Override
    public void create(Place place) {
        folder(place).create();
    }

    @Override
    public void delete(Place place) {
        folder(place).delete();
    }

    @Override
    public void setAside() {
        present.moveTo(outgoing);
    }

    @Override
    public <T> T arrange(Supplier<T> work) {
        return work.get();
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public boolean claimRenewal() {
        return true;
    }

    @Override
    public void endRenewal() {}

    @Override
    public void close() {}
}
