package bangban.knowledge.crawl;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.time.Duration;
import java.util.List;

/** What a host's robots.txt allows this program (RFC 9309). */
final class Robots {

    static final Robots ALL = new Robots(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL));

    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
    private static final int NO_WARNINGS = 0;

    private final BaseRobotRules rules;

    private Robots(BaseRobotRules rules) {
        this.rules = rules;
    }

    static Robots parse(String url, byte[] text, String name) {
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(Long.MAX_VALUE, NO_WARNINGS);
        return new Robots(parser.parseContent(url, text, "text/plain", List.of(name)));
    }

    boolean allows(String url) {
        return rules.isAllowed(url);
    }

    /** The pause that the host asks for, at most half a minute, or the one given where that is longer. */
    Duration delay(Duration given) {
        long asked = Math.clamp(rules.getCrawlDelay(), 0, LONGEST_DELAY.toMillis());
        return given.toMillis() >= asked ? given : Duration.ofMillis(asked);
    }

    List<String> sitemaps() {
        return rules.getSitemaps();
    }
}
