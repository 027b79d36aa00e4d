package bangban.web.problem;

/**
 * A problem detail (RFC 9457).
 *
 * @param code stable, for programs
 * @param detail what happened, whether anything was lost, what to do now
 */
public record Problem(String type, String title, int status, String code, String detail) {}
