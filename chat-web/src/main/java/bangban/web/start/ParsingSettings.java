package bangban.web.start;

import bangban.knowledge.sandbox.SandboxLimits;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the processes that read files may cost: {@code BANGBAN_PARSE_HEAP} of each, {@code BANGBAN_PARSE_TIME} for a file, in seconds,
 * {@code BANGBAN_PARSE_OCR_TIME} for one whose pages are recognised, in minutes, and how many there are,
 * {@code BANGBAN_PARSE_PROCESSES}.
 */
final class ParsingSettings {

    private static final Pattern HEAP = Pattern.compile("(\\d{1,6})([mMgG])");
    private static final int LEAST_HEAP = 128;
    private static final int MOST_HEAP = 16 << 10;

    private ParsingSettings() {}

    /** @throws StartException naming variable, value and what is allowed */
    static SandboxLimits of(Map<String, String> environment) {
        SandboxLimits usual = SandboxLimits.STANDARD;
        Duration time = Duration.ofSeconds(
                number(environment, "BANGBAN_PARSE_TIME", usual.time().toSeconds(), 3_600));
        Duration overall = Duration.ofMinutes(
                number(environment, "BANGBAN_PARSE_OCR_TIME", usual.overall().toMinutes(), 1_440));
        return new SandboxLimits(
                heap(environment, usual.heapMegabytes()),
                time,
                overall.compareTo(time) < 0 ? time : overall,
                (int) number(environment, "BANGBAN_PARSE_PROCESSES", usual.processes(), 32),
                usual.filesEach());
    }

    private static int heap(Map<String, String> environment, int usual) {
        String text = environment.getOrDefault("BANGBAN_PARSE_HEAP", "").strip();
        Matcher size = HEAP.matcher(text.isEmpty() ? usual + "m" : text);
        if (size.matches()) {
            int unit = size.group(2).equalsIgnoreCase("g") ? 1 << 10 : 1;
            long megabytes = Long.parseLong(size.group(1)) * unit;
            if (megabytes >= LEAST_HEAP && megabytes <= MOST_HEAP) {
                return (int) megabytes;
            }
        }
        throw new StartException("start.invalid-setting", "BANGBAN_PARSE_HEAP", text, "128m – 16g");
    }

    private static long number(Map<String, String> environment, String variable, long usual, long most) {
        String text = environment.getOrDefault(variable, "").strip();
        try {
            long number = text.isEmpty() ? usual : Long.parseLong(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, for all that is wrong with it
        }
        throw new StartException("start.invalid-setting", variable, text, "1 – " + most);
    }
}
