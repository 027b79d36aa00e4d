package bangban.agents.general;

import bangban.language.sentence.Language;
import java.util.List;

/** What the general agent says. */
interface GeneralPhrases {

    String greeting();

    String thanks();

    String farewell();

    String acknowledged();

    /** True of {@code Sessions} and of what the audit records. */
    String privacy(boolean withModel);

    String upload();

    String feedback();

    String praise();

    String identity(boolean withModel);

    String sources(boolean withModel);

    String abilities(List<String> agents);

    String outOfScope();

    String modelUnavailable();

    String brokenOff();

    String cutShort();

    static GeneralPhrases in(Language language) {
        return switch (language) {
            case CHINESE -> new Chinese();
            case ENGLISH -> new English();
        };
    }

    /** In Chinese. */
    record Chinese() implements GeneralPhrases {

        @Override
        public String greeting() {
            return "你好，我是帮办。请直接说要办的事，比如问一条制度。";
        }

        @Override
        public String thanks() {
            return "不客气。还有事随时说。";
        }

        @Override
        public String farewell() {
            return "好的，再见。这段对话留在左侧列表里，随时可以接着问。";
        }

        @Override
        public String acknowledged() {
            return "好的，有事随时说。";
        }

        @Override
        public String privacy(boolean withModel) {
            String own = "你的对话别的用户看不到，你可以在左侧列表里随时删除。审计只记下你在什么时候提过问，不记问题的内容。";
            return withModel ? own + "不归任何助手办的问题会发给管理员所配置的语言模型。" : own;
        }

        @Override
        public String upload() {
            return "想马上问某个文件，把它拖进对话即可，只有你在这段对话里用得到它。要让同事也能查到，打开左侧的“知识库”，点“添加文件”，把文件拖进去并选好谁能看；处理完就可以提问。";
        }

        @Override
        public String feedback() {
            return "抱歉没有帮上。请点开每句话后面的标记核对原文，或把问题说得更具体再问；文件本身有误或缺少文件，请告诉知识库的管理人员。";
        }

        @Override
        public String praise() {
            return "谢谢，能帮上就好。";
        }

        @Override
        public String identity(boolean withModel) {
            return withModel
                    ? "我是帮办，集团内部的办事助手。制度类问题我只依据你有权查看的文件作答，每句话都标明出处，可以点开核对原文。" + "其余的一般性问题由语言模型凭通用知识回答，会注明没有出处。"
                    : "我是帮办，集团内部的办事助手。我只依据你有权查看的文件作答，每句话都标明出处，可以点开核对原文。";
        }

        @Override
        public String sources(boolean withModel) {
            String own = "答案摘自知识库里你有权查看的文件，数字和条款不由模型生成。每句话后面的标记可以点开，直接看到原文所在的条款；找不到依据时我会直说。";
            return withModel ? own + "只有注明“没有出处”的回答是语言模型凭通用知识写的，请自行核实。" : own;
        }

        @Override
        public String abilities(List<String> agents) {
            return "我能办这些事：\n\n" + String.join("\n", agents) + "\n\n直接提问即可；也可以用“@助手名”指定由谁回答，或在左侧知识库里查看和上传文件。";
        }

        @Override
        public String outOfScope() {
            return "这个问题不在我能办的范围内，我没有可靠的依据来回答。可以问集团的制度、流程和标准。";
        }

        @Override
        public String modelUnavailable() {
            return "语言模型暂时无法访问，所以这个问题没有用它作答。可以稍后再问。";
        }

        @Override
        public String brokenOff() {
            return "语言模型中途断开，上面的回答不完整。可以重新提问。";
        }

        @Override
        public String cutShort() {
            return "回答达到长度上限，在此截断。可以把问题问得更具体。";
        }
    }

    /** In English. */
    record English() implements GeneralPhrases {

        @Override
        public String greeting() {
            return "Hello, this is Bangban. Say what you need, for example ask about a policy.";
        }

        @Override
        public String thanks() {
            return "You are welcome.";
        }

        @Override
        public String farewell() {
            return "Goodbye. This conversation stays in the list on the left.";
        }

        @Override
        public String acknowledged() {
            return "All right. Ask whenever you need something.";
        }

        @Override
        public String privacy(boolean withModel) {
            String own = "Other users cannot see your conversations, and you can delete them in the list on the left. "
                    + "The audit records that and when you asked, not what.";
            return withModel
                    ? own
                            + " Questions that no assistant covers are sent to the language model that your administrator configured."
                    : own;
        }

        @Override
        public String upload() {
            return "To ask about a file at once, drop it into the conversation; only you can use it, and only there. "
                    + "For your colleagues, open the knowledge base on the left, choose to add files, drop them there and say who may read them; "
                    + "you can ask as soon as they are processed.";
        }

        @Override
        public String feedback() {
            return "Sorry that this did not help. Open the mark behind a sentence to check the source, or ask more precisely; "
                    + "where a document is wrong or missing, please tell those who keep the knowledge base.";
        }

        @Override
        public String praise() {
            return "Thank you, glad to help.";
        }

        @Override
        public String identity(boolean withModel) {
            return withModel
                    ? "I am Bangban, the group's assistant. Questions about rules I answer only from documents you may read, "
                            + "and every sentence names its source, which you can open. Other general questions are answered by a "
                            + "language model, and marked as having no source."
                    : "I am Bangban, the group's assistant. I answer only from documents you may read, "
                            + "and every sentence names its source, which you can open.";
        }

        @Override
        public String sources(boolean withModel) {
            String own =
                    "Answers are taken from documents that you may read; numbers and clauses are never made up by a model. "
                            + "Open the mark behind a sentence to see the clause itself. Where nothing answers, I say so.";
            return withModel
                    ? own
                            + " Only answers marked as having no source are a language model's general knowledge; please check them."
                    : own;
        }

        @Override
        public String abilities(List<String> agents) {
            return "This is what I can do:\n\n" + String.join("\n", agents)
                    + "\n\nJust ask, or write @ and an agent's name to choose who answers.";
        }

        @Override
        public String outOfScope() {
            return "That is outside what I can do, and I have no reliable source for it. "
                    + "Ask about the group's policies, procedures and standards.";
        }

        @Override
        public String modelUnavailable() {
            return "The language model could not be reached, so this was not answered by it. Ask again in a moment.";
        }

        @Override
        public String brokenOff() {
            return "The language model broke off; the answer above is not complete. Ask again.";
        }

        @Override
        public String cutShort() {
            return "The answer reached the limit of its length and is cut off here. Ask more precisely.";
        }
    }
}
