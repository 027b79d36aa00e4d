package bangban.web.start;

import org.jspecify.annotations.Nullable;

/**
 * Who holds a data folder. It stands in a file that only its owner can read.
 *
 * @param pid the process, 0 where it did not say
 * @param url where its server answers, null where it is no server or is still starting
 * @param secret by which a command of the same machine user acts as administrator; random at each start
 */
public record FolderOwner(long pid, @Nullable String url, String secret) {}
