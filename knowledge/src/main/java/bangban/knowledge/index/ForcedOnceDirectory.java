package bangban.knowledge.index;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/**
 * Forces each file to the disk once. Lucene names all files of an index in every commit, and never changes one after it was written: an
 * index of many segments would otherwise cost each commit an opening and a force for files that have long been there for good.
 */
final class ForcedOnceDirectory extends FilterDirectory {

    private final Set<String> forced = ConcurrentHashMap.newKeySet();

    ForcedOnceDirectory(Directory directory) {
        super(directory);
    }

    @Override
    public void sync(Collection<String> names) throws IOException {
        List<String> fresh =
                names.stream().filter(name -> !forced.contains(name)).toList();
        super.sync(fresh);
        forced.addAll(fresh);
    }

    @Override
    public IndexOutput createOutput(String name, IOContext context) throws IOException {
        forced.remove(name);
        return super.createOutput(name, context);
    }

    @Override
    public void rename(String source, String target) throws IOException {
        forced.remove(source);
        forced.remove(target);
        super.rename(source, target);
    }

    @Override
    public void deleteFile(String name) throws IOException {
        super.deleteFile(name);
        forced.remove(name);
    }
}
