package bangban.runtime.turn;

import bangban.language.sentence.Language;

/** What the runtime itself says in a turn. */
final class TurnPhrases {

    private TurnPhrases() {}

    static String whichAgent(Language language) {
        return switch (language) {
            case CHINESE -> "这件事交给谁来办？";
            case ENGLISH -> "Who should take this?";
        };
    }

    static String notInstalled(Language language, String agent) {
        return switch (language) {
            case CHINESE -> "这个问题属于“" + agent + "”，本系统还没有安装这个助手，所以没有作答。可以换个问法询问相关制度，或请管理员安装。";
            case ENGLISH ->
                "This belongs to \"" + agent + "\", which is not installed here, so it was not answered. "
                        + "Ask about the related policy instead, or ask an administrator to install it.";
        };
    }

    static String standsIn(Language language, String agent, String standIn) {
        return switch (language) {
            case CHINESE -> "“" + agent + "”还没有安装，以下由“" + standIn + "”只依据文件作答。";
            case ENGLISH -> "\"" + agent + "\" is not installed; \"" + standIn + "\" answers from documents alone.";
        };
    }
}
