package bangban.knowledge.parse;

import bangban.knowledge.parse.Members.Member;
import bangban.knowledge.parse.Members.Refused;
import bangban.knowledge.parse.ParseException.Reason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Takes an archive apart, archives and mails inside it as well. */
final class ArchiveReader implements ArchiveEntries.Visitor {

    private static final int DEEPEST = 3;

    private final Limits limits;
    private final UnpackBudget budget;
    private final List<Member> files = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();
    private String below = "";
    private int depth;

    private ArchiveReader(SourceFile file, Limits limits) {
        this.limits = limits;
        this.budget = new UnpackBudget(file.bytes().length, limits);
    }

    /** @throws ParseException where nothing can be got out, or more would come out than is allowed */
    static Members read(SourceFile archive, ArchiveFormat format, Limits limits) throws ParseException {
        limits.checkBytes(archive);
        ArchiveReader reader = new ArchiveReader(archive, limits);
        reader.open(archive, format);
        boolean locked = reader.files.isEmpty()
                && !reader.refused.isEmpty()
                && reader.refused.stream().allMatch(one -> one.reason() == Reason.ENCRYPTED);
        if (locked) {
            throw new ParseException(Reason.ENCRYPTED, "the archive is protected by a password");
        }
        if (reader.files.isEmpty() && reader.refused.isEmpty()) {
            throw new ParseException(Reason.EMPTY, "the archive holds no file");
        }
        return new Members(reader.files, reader.refused);
    }

    /** The files on a mail, those inside archives on it as well. */
    static Members attachments(SourceFile file, Mail mail, Limits limits) throws ParseException {
        ArchiveReader reader = new ArchiveReader(file, limits);
        for (Mail.Attachment attachment : mail.attachments()) {
            reader.file(attachment.name(), attachment.bytes());
        }
        return new Members(reader.files, reader.refused);
    }

    private void open(SourceFile archive, ArchiveFormat format) throws ParseException {
        try {
            ArchiveEntries.visit(archive, format, budget, this);
        } catch (IOException | RuntimeException e) { // Commons Compress reports damage by many unchecked exceptions
            throw new ParseException(Reason.CORRUPT, "the archive is damaged", e);
        }
    }

    @Override
    public void file(String name, byte[] bytes) throws ParseException {
        String clean = MemberName.clean(name);
        if (clean.isEmpty()) {
            return;
        }
        budget.countMember();
        String path = unique(below + clean);
        Member member = new Member(path, bytes);
        var format = ArchiveFormat.of(member.file());
        if (format.isPresent()) {
            inside(path, () -> open(member.file(), format.get()));
        } else {
            files.add(member);
            attached(member);
        }
    }

    @Override
    public void refuse(String name, Reason reason) throws ParseException {
        String clean = MemberName.clean(name);
        if (!clean.isEmpty()) {
            budget.countMember();
            refused.add(new Refused(unique(below + clean), reason));
        }
    }

    private void attached(Member member) throws ParseException {
        var mails = FormatSignature.of(member.file()).flatMap(Parsers::mailFormat);
        if (mails.isPresent()) {
            inside(member.path(), () -> {
                Mail mail = new MailParser(mails.get(), limits).mail(member.file());
                for (Mail.Attachment attachment : mail.attachments()) {
                    file(attachment.name(), attachment.bytes());
                }
            });
        }
    }

    /** What may be refused. */
    private interface Work {
        void run() throws ParseException;
    }

    /** One archive inside that cannot be read does not stop the others; one that unpacks to too much stops all. */
    private void inside(String path, Work work) throws ParseException {
        if (depth == DEEPEST) {
            refused.add(new Refused(path, Reason.TOO_LARGE));
            return;
        }
        String outer = below;
        below = path + "/";
        depth++;
        try {
            work.run();
        } catch (ParseException e) {
            if (budget.isSpent()) {
                throw e;
            }
            refused.add(new Refused(path, e.reason()));
        } finally {
            below = outer;
            depth--;
        }
    }

    /** Archives may hold a name twice. */
    private String unique(String path) {
        String name = path;
        int dot = path.lastIndexOf('.');
        int end = dot > path.lastIndexOf('/') ? dot : path.length();
        for (int i = 2; !paths.add(name); i++) {
            name = path.substring(0, end) + " (" + i + ")" + path.substring(end);
        }
        return name;
    }
}
