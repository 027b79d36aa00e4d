package bangban.web.knowledge;

import bangban.knowledge.attach.AttachmentException;
import bangban.knowledge.attach.Attachments;
import bangban.runtime.agent.Attachment;
import bangban.web.problem.RequestError;
import bangban.web.problem.RequestException;
import java.util.List;
import org.springframework.stereotype.Component;

/** The files of conversations, as those who hold them know them. */
@Component
public final class ChatFiles {

    private static final int MOST_AT_ONCE = 10;

    private final Attachments attachments;

    ChatFiles(Attachments attachments) {
        this.attachments = attachments;
    }

    /**
     * Puts files into a session of the user's, all or none.
     *
     * @throws RequestException naming the first that cannot be sent
     */
    public List<Attachment> send(List<String> ids, String session, String user) {
        List<String> distinct = ids.stream().distinct().toList();
        if (distinct.size() > MOST_AT_ONCE) {
            throw RequestException.invalid("attachments", distinct.size(), "0 – " + MOST_AT_ONCE);
        }
        try {
            return attachments.send(distinct, session, user).stream()
                    .map(sent -> new Attachment(sent.id(), sent.file(), sent.documentIds()))
                    .toList();
        } catch (AttachmentException e) {
            throw refused(e);
        }
    }

    /** Deletes what was sent in a session, but for what was put into the knowledge base since. */
    public void deleteSession(String session, String user) {
        attachments.deleteSession(session, user);
    }

    static RequestException refused(AttachmentException refusal) {
        RequestError error = switch (refusal.reason()) {
            case UNKNOWN -> RequestError.ATTACHMENT_UNKNOWN;
            case NOT_READY -> RequestError.ATTACHMENT_NOT_READY;
            case FAILED -> RequestError.ATTACHMENT_FAILED;
            case ELSEWHERE -> RequestError.ATTACHMENT_ELSEWHERE;
            case TOO_MANY -> RequestError.ATTACHMENT_TOO_MANY;
        };
        return new RequestException(error, Texts.shortened(refusal.file()));
    }

    /** What was sent is taken back no more. */
    static RequestException sent(String file) {
        return new RequestException(RequestError.ATTACHMENT_SENT, Texts.shortened(file));
    }
}
