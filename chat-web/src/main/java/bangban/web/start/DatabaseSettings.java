package bangban.web.start;

import java.util.Map;
import java.util.Optional;

/**
 * The PostgreSQL that an operator names, in which everything but the documents' files is kept then.
 *
 * @param url {@code jdbc:postgresql://HOST:PORT/DATABASE}, {@code BANGBAN_PG_URL}
 * @param user empty where the URL or the server's settings name one, {@code BANGBAN_PG_USER}
 * @param password {@code BANGBAN_PG_PASSWORD}
 */
public record DatabaseSettings(String url, String user, String password) {

    private static final String JDBC = "jdbc:";

    /**
     * Empty where no URL is set.
     *
     * @throws StartException naming variable, value and what is allowed
     */
    static Optional<DatabaseSettings> of(Map<String, String> environment) {
        String given = environment.getOrDefault("BANGBAN_PG_URL", "").strip();
        if (given.isEmpty()) {
            return Optional.empty();
        }
        String url = given.startsWith(JDBC) ? given : JDBC + given;
        if (!url.startsWith("jdbc:postgresql://") || url.contains("@")) {
            // a password may stand in it
            throw new StartException(
                    "start.invalid-setting",
                    "BANGBAN_PG_URL",
                    given.contains("@") ? "***" : given,
                    "jdbc:postgresql://HOST:5432/DATABASE");
        }
        return Optional.of(new DatabaseSettings(
                url,
                environment.getOrDefault("BANGBAN_PG_USER", "").strip(),
                environment.getOrDefault("BANGBAN_PG_PASSWORD", "")));
    }

    /** Host, port and database, without what may be behind them. */
    public String shown() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + shown() + "]";
    }
}
