package bangban.agents.policy;

import java.util.regex.Pattern;

/** What kind of thing a question about rules asks for; the first that fits, from the most specific down. */
enum QuestionKind {
    /** May I, must I: yes or no, with the condition. */
    YES_NO("(吗|(?<![什怎那这多])么)[?？。]?$|(可以|行|成|对|能|算)吗|行不|能不能|可不可以|可否|能否|是否|是不是|要不要|需不需要|用不用|行不行|有没有|算不算|会不会|对不对|许不许|"
            + "^(can|may|is|are|do|does|must|should|am|will|could|has|have) |allowed to|permitted"),
    MONEY(
            "多少钱|几块钱?|多少(万|亿)?元|多少(罚款|罚金|补偿|赔偿|补贴|津贴|工钱|押金|定金|房租|奖金|违约金|保证金|工资)|怎么罚|如何处罚|(会|要|被)罚|(?<!百分之)多少费用|(费用|金额|限额|标准|额度|价格|租金|罚款|罚金|补贴|补助|津贴|奖金|押金|月费|收费|资费)(最高|最低|上限|下限|幅度)?(是|为|有)?(多少|几何|怎么定|什么)|"
                    + "罚多少|报多少|收多少|给多少|补多少|how much|what is the .*(fee|rate|fine|allowance|limit|price|cost)"),
    SHARE(
            "[按占].{0,12}(工资|薪|价|额|款|费|值|利润|收入|基数)的?(多少|几)(?!元|钱|块)|百分之(几|多少)|几分之几|比例|占比|几成|几折|多少倍|几倍|税率|利率|上浮多少|百分比|多大比例|percent|what (rate|proportion|share)"),
    DURATION(
            "多久|多长(时间|期限)?|几(个)?(天|日|月|年|小时|周|工作日|分钟)|多少(个)?(天|日|月|年|小时|周|工作日|分钟)|期限|时限|时效|截止|最短|最长|几内|(什么时候|何时|几号|几点|啥时候)|有效期|提前多|"
                    + "how (long|many (days|months|years|hours|weeks|minutes))|when |deadline|within (how|what)"),
    COUNT(
            "多少|几(个|人|次|份|家|名|项|件|台|辆|位|级|套|层|道|种|米|公里|厘米|毫米|公斤|吨|度|秒|升|方(?![面式法案便位向]))|人数|次数|数量|上限|下限|最多|最少|至少|最高|最低|how many|maximum|minimum|what should the|what is the .*(depth|number|height|temperature|pressure)"),
    WHO("谁|哪(个|些)?(部门|单位|机构|人|岗位|级|领导|处室|科室)|什么(部门|单位|机构|人|岗位)|归口|由.*(负责|审批|批准|管)|找谁|报给哪|(审批人|责任人|负责人|牵头|主管)(是|为)?|"
            + "\\bwho\\b|which (department|unit|office)|responsible"),
    DEFINITION(
            "(怎么|如何)(认定|界定|定义|算是)|(什么|啥)(是|叫|算)|(是|指的?是?|叫|算)(什么|啥)(意思)?|怎么(定义|界定|认定)|如何(定义|界定|认定)|(的)?(定义|含义|概念)|是怎么定义|是指|what (is|are|does) .*(mean|definition)?|define"),
    STEPS(
            "怎么(办|做|处理|申请|报|走|弄|处置|操作|交|领|开|借|请|算|补|计算)|如何|流程|步骤|程序|手续|怎样|咋(办|弄|处理)|应该做什么|要做什么|how (do|to|should|can|is|are)|procedure|steps|what (should|must) .* do"),
    LIST(
            "哪些|哪几|(什么|啥)(情况|情形|条件|材料|资料|要求|内容|方式|范围|东西|票据)|分(为|成)几|包括|列举|which|what (conditions|documents|materials|are)"),
    OPEN("");

    private final Pattern pattern;

    QuestionKind(String pattern) {
        this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE);
    }

    private static final Pattern EXPLAINED = Pattern.compile(
            "指(的是)?(什么|啥|谁|哪些)|是(什么|啥)意思|的(定义|含义)|怎么定义|如何定义|(?<!为)什么(是|叫做?|算是?)|stand for|definition of",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENUMERATED = Pattern.compile(
            "(哪些|哪几[种类项个]|(什么|啥)样?的?(情况|情形|条件|材料|资料|证件|内容)|(条件|要求|职责|内容|范围|材料|情形|后果)(是|有)(什么|哪些|啥))(?!部门|单位|人员?[^的]|机构|岗位|领导)|what (conditions|documents|materials|circumstances)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern ORDERED = Pattern.compile(
            "(流程|程序|步骤|顺序|手续)(都|具体)?(是|有)(什么|啥|怎样|哪些|怎么)|what are the steps|头一步|第一步", Pattern.CASE_INSENSITIVE);

    static QuestionKind of(String question) {
        if (ORDERED.matcher(question).find()) {
            return STEPS;
        }
        if (EXPLAINED.matcher(question).find()) {
            return DEFINITION;
        }
        if (ENUMERATED.matcher(question).find()) {
            return LIST;
        }
        for (QuestionKind kind : values()) {
            if (kind.pattern.matcher(question.strip()).find()) {
                return kind;
            }
        }
        return OPEN;
    }

    /** True where the answer is a quantity. */
    boolean asksForQuantity() {
        return switch (this) {
            case MONEY, SHARE, DURATION, COUNT -> true;
            case YES_NO, WHO, DEFINITION, STEPS, LIST, OPEN -> false;
        };
    }
}
