package bangban.runtime.agent;

import java.util.List;

/**
 * A file that came with a message.
 *
 * @param name as its bringer calls it
 * @param documentIds what it is searched by: several for an archive; only agents and channels know what they name
 */
public record Attachment(String fileId, String name, List<String> documentIds) {

    public Attachment {
        documentIds = List.copyOf(documentIds);
    }
}
