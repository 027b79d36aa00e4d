package bangban.agents.general;

import java.util.regex.Pattern;

/** What people say that is not a task; the first that fits counts. */
enum SmallTalk {
    THANKS("谢谢|多谢|感谢|谢啦|谢了|辛苦了|帮大忙|thank|\\bthx\\b|appreciate"),
    FAREWELL("再见|拜拜|回见|回头见|明天见|下班了|先这样|就这样|没事了|没别的了|good\\s?bye|\\bbye\\b|see you"),
    ACKNOWLEDGED("^(好(的|滴|嘞|呀|吧|哒)?|行(吧|的)?|嗯+|哦+|噢|收到|明白了?|知道了|了解了?|懂了|没问题|对的?|是的|"
            + "ok(ay)?|got it|fine|sure|i see|understood|no problem|great|cool)"
            + "([，,、 ]*(好的?|知道了|收到|明白了?|了解了?|没问题))*[。.!！~～]*$"),
    PRIVACY(
            "(聊天|对话|提问|问)(的)?(记录|内容|东西|历史).*(谁|看到|看见|泄露|保密|安全|公开)|(谁|别人|领导|同事|部门).*(看到|看见|查看|知道).*(我的?)?(聊天|对话|提问|记录)|"
                    + "记(住|得)我(说|问|讲)|泄露|隐私|"
                    + "(chat|conversation|question|messages?).*(private|confidential|secret)|who (can|could|will) (see|read) (my|this|our)|\\bprivacy\\b"),
    UPLOAD("(怎么|怎样|如何|哪里|哪儿|能不能|可以|能).{0,4}(上传|添加|导入)|(把|将).{0,8}(文件|文档|资料|附件).{0,3}(传|发|给你|放进|加进)|"
            + "(upload|add|import) (a |my |the |some )?(documents?|files?)"),
    FEEDBACK("答(得)?错|回答(得)?(不对|错)|说错了|不准确|投诉|反馈|(你)?(太慢|迟钝|反应慢)|回答不了|答不上来|答非所问|没(有)?出处|怎么没有(出处|依据)|"
            + "(wrong|incorrect|bad) answer|(answer|that) (is|was) wrong|too slow|complain|feedback|(简洁|简短|快)(一?点|些)"),
    PRAISE("(你|真|好|太)(真|好|太)?(厉害|聪明|棒|牛|能干|贴心|给力)|厉害了|(答|回答|说|做)得(挺|很|真|不错)|不错|赞|"
            + "well done|good job|great (job|work)|you('re| are) (great|good|smart|amazing|awesome)|nice work"),
    SOURCES("(答案|回答|内容|数据|依据|来源|出处|你说的话?).*(哪里|哪儿|哪来|从哪|可靠|靠谱|准|可信|可以信|能信|怎么来|编|小数字|引用)|会不会(瞎编|编造|胡说)|"
            + "知识库.*(什么|哪些)(资料|文件|内容)|"
            + "where .*(answers?|information|sources?).*from|(\\btrust\\b|reliable|accurate|make .*up|hallucinat)"),
    ABILITIES(
            "(?<!我)(能|会|可以)(帮|给|替|为)?(到|我|我们)*(做|干|办|帮|回答|处理|查|问)?(到我)?(些|点)?(什么|啥|哪些)|你(能|会|可以|支持)(生成|写|画|做|说|讲|用).{1,8}[吗么]|"
                    + "有(什么|哪些|啥)(功能|本事|能力|助手|技能|用)|(几|哪|多少)(个|位|些)?(智能体|助手|专员|agent)|"
                    + "(怎么|怎样|如何)(用|使用|问|提问|操作|上手|设置|切换|清空|新开|新建|导出|找你|登录|@|可以)|(怎么|怎样|如何)(才)?(能)?(弄|开通|选)|"
                    + "使用(说明|方法|帮助|手册)|(是)?干(嘛|什么|啥)用的|支持(什么|哪些|多少)|帮助|帮帮我|演示一下|不知道.{0,4}问|分工|该找谁|哪位助手|"
                    + "语音|手机上|钉钉里|群里.{0,4}(叫|找|用)|没网|断网|这个?(页面|按钮|平台|系统)|(密码).{0,6}(忘|改|重置)|权限|"
                    + "新建一?个?(智能体|对话)|(导出|保存).{0,6}(回答|对话|记录)|(回答|对话|记录).{0,4}(导出|保存)|能用吗|各管|"
                    + "what can (you|i)|what (do|are) you (do|able|capable)|how (do|can|should) i (use|ask|start|switch|change|export)|"
                    + "how (does|do) (this|the|it|you).*work|^help\\b|help me (get started|out)$|\\bfeatures\\b|capabilit|(which|what|list).*\\b(agents|assistants)\\b|"
                    + "(what|which|how many) languages"),
    IDENTITY(
            "你(到底|究竟)?是(谁|什么|哪|不是|人|机器|真人|ai)|你叫(什么|啥)|(介绍|说说)(一下|下)?(你自己|自己|你)|(什么|哪个|啥)(系统|平台|助手|模型)|帮办是|"
                    + "谁(开发|做|设计|训练)的?(了|出)?(你|的)|哪个部门(在)?(管|负责)你?的?$|起个名字|chatgpt|deepseek|大模型|维护呀|几点维护|"
                    + "who (are|made|built|created|developed) you|what are you\\b|your name|are you (a |an )?(human|bot|robot|ai|real)|introduce yourself|what is (bangban|this)"),
    GREETING(
            "^(@?\\S{0,6}\\s)?(帮办)?[，, ]*(你好|您好|你们好|哈喽|哈罗|哈啰|嗨|早上?好|早安|早$|早啊|上午好|中午好|下午好|晚上好|晚安|(有人)?在吗|在不在|在么|大家好|新年好|周末好|hello|hi\\b|hey|good (morning|afternoon|evening)|hola|greetings)"
                    + "|打个招呼|请多关照|发错了|对不起|不好意思"),
    OTHER("(?!)");

    private final Pattern pattern;

    SmallTalk(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    static SmallTalk of(String text) {
        for (SmallTalk kind : values()) {
            if (kind.pattern.matcher(text.strip()).find()) {
                return kind;
            }
        }
        return OTHER;
    }
}
