package bangban.runtime.model;

/** Events of a streamed completion as endpoints write them. */
final class Events {

    static final String DONE = "data: [DONE]\n\n";

    private Events() {}

    static String said(String text) {
        return event("{\"content\":\"" + text + "\"}", "null");
    }

    static String reasoned(String text) {
        return event("{\"content\":null,\"reasoning_content\":\"" + text + "\"}", "null");
    }

    static String finished(String reason) {
        return event("{}", "\"" + reason + "\"");
    }

    private static String event(String delta, String finish) {
        return "data: {\"id\":\"c\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":" + delta
                + ",\"finish_reason\":" + finish + "}]}\n\n";
    }
}
