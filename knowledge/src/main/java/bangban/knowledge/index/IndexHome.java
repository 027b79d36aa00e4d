package bangban.knowledge.index;

import java.util.Optional;
import java.util.function.Supplier;

/** Where the present index is kept, and beside it the outgoing one. */
interface IndexHome extends AutoCloseable {

    /** Opens or creates. */
    VersionedIndex open(Place place);

    /** Empty where what is there cannot be read; it is left as it is. */
    Optional<VersionedIndex> openReadable(Place place);

    boolean exists(Place place);

    /** Makes sure that there is one, if only an empty one. */
    void create(Place place);

    void delete(Place place);

    /** The present index becomes the outgoing one: at once, and whole. */
    void setAside();

    /** Does the work while no other process arranges this home. */
    <T> T arrange(Supplier<T> work);

    /** True where other processes may renew what is here. */
    boolean isShared();

    /** True where this process may renew, and no other until it is {@link #endRenewal over} or this one ends. */
    boolean claimRenewal();

    void endRenewal();

    @Override
    void close();

    /** The two indexes of a home. */
    enum Place {
        PRESENT,
        OUTGOING
    }
}
