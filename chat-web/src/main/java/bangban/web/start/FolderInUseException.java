package bangban.web.start;

/** Another process holds the data folder. */
public final class FolderInUseException extends StartException {

    private static final long serialVersionUID = 1L;

    private final transient FolderOwner owner;

    FolderInUseException(String folder, FolderOwner owner) {
        super(
                owner.url() == null ? "start.folder-in-use" : "start.folder-in-use-by-server",
                folder,
                Long.toString(owner.pid()),
                owner.url() == null ? "" : owner.url());
        this.owner = owner;
    }

    public FolderOwner owner() {
        return owner;
    }
}
