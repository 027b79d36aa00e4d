package bangban.knowledge.fetch;

import java.util.List;

/** A resource that was not got. The message is for the log; the edges make a sentence of reason and arguments. */
public final class FetchException extends Exception {

    /** Why, and what the arguments name. */
    public enum Reason {
        /** The address cannot be read, or writes a host in an odd form. */
        ADDRESS,
        /** Something other than http and https. */
        SCHEME,
        /** A user name or password within the address. */
        CREDENTIALS,
        /** A port that is not allowed: the port, the setting that allows it. */
        PORT,
        /** An address of the own network: the host, the setting that allows it. */
        INTERNAL_ADDRESS,
        /** A name that leads to this machine, its link, or nowhere: the host. */
        SPECIAL_ADDRESS,
        /** The host. */
        UNKNOWN_HOST,
        /** No connection, or it broke off: the host. */
        UNREACHABLE,
        /** No trusted connection: the host. */
        CERTIFICATE,
        TOO_SLOW,
        /** Also what unpacks to far more than it was. */
        TOO_LARGE,
        /** Nothing that can be read: the type. */
        CONTENT_TYPE,
        TOO_MANY_REDIRECTS,
        /** From https to http. */
        DOWNGRADE,
        /** The status. */
        STATUS
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final List<String> arguments;

    FetchException(Reason reason, String message, String... arguments) {
        super(message);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    FetchException(Reason reason, Throwable cause, String... arguments) {
        super(cause.toString(), cause);
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    /** The server answered, but not with what was asked for. */
    public static FetchException status(int status) {
        return new FetchException(Reason.STATUS, "status " + status, Integer.toString(status));
    }

    public Reason reason() {
        return reason;
    }

    public List<String> arguments() {
        return arguments;
    }
}
