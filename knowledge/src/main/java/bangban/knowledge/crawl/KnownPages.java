package bangban.knowledge.crawl;

import java.util.List;
import java.util.Optional;

/** What earlier walks brought and is still kept. */
public interface KnownPages {

    /** In the order in which they are to be looked at again. */
    List<KnownPage> all();

    /** The kept copy, for its links; empty where it is no page with links or is not kept. */
    Optional<byte[]> copy(String url);
}
