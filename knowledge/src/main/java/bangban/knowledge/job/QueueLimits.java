package bangban.knowledge.job;

/**
 * How much may wait before more is refused. Files that are read where they lie do not count.
 *
 * @param filesOfUser that wait or are being added, of one user
 * @param bytesOfUser of those files; a file that alone is larger is taken where nothing of the user waits
 * @param files of all users
 * @param bytes of all users
 */
public record QueueLimits(int filesOfUser, long bytesOfUser, int files, long bytes) {

    public static final QueueLimits STANDARD = new QueueLimits(500, 1L << 30, 2_000, 4L << 30);

    /** What waits. */
    record Load(int files, long bytes) {

        boolean leaves(int more, long moreBytes, int mostFiles, long mostBytes) {
            return files == 0 || (files + more <= mostFiles && bytes + moreBytes <= mostBytes);
        }
    }

    /** @throws QueueFullException where the queue has no room for these */
    void check(Load ofUser, Load ofAll, int more, long moreBytes) {
        if (!ofUser.leaves(more, moreBytes, filesOfUser, bytesOfUser)) {
            throw new QueueFullException(ofUser.files(), ofUser.bytes());
        }
        if (!ofAll.leaves(more, moreBytes, files, bytes)) {
            throw new QueueFullException(ofAll.files(), ofAll.bytes());
        }
    }
}
