package bangban.bench.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A rule of an enterprise.
 *
 * @param code stands in the title and nowhere else in any other rule
 * @param chapters from the first on
 */
public record WrittenRule(String title, String code, List<Chapter> chapters) {

    private static final int CLAUSES_A_CHAPTER = 6;

    private static final List<String> SUBJECTS =
            List.of("设备检修", "物资采购", "差旅报销", "安全生产", "合同审批", "能源计量", "质量检验", "档案保管", "车辆调度", "工程验收", "资金支付", "人员培训");
    private static final List<String> BODIES =
            List.of("生产管理部", "财务部", "各子公司", "设备管理室", "项目负责人", "值班长", "采购中心", "安全环保部", "申请人", "审计部");
    private static final List<String> DUTIES = List.of(
            "应当在%d个工作日内完成登记并填写编号为%s的记录表",
            "不得超过%d万元的限额，超过的应当按%s号流程报上一级审批",
            "每%d天检查一次，检查结果写入%s台账并由双方签字",
            "收到通知后%d小时内到达现场，并按%s号规程处置",
            "应当保存原始凭证不少于%d年，凭证以%s为前缀连续编号",
            "对单项金额在%d元以上的事项实行%s类双人复核");
    private static final List<String> CONDITIONS =
            List.of("发生异常停机时", "涉及跨单位协作的", "遇有恶劣天气时", "合同金额变更的", "首次使用新材料的", "在节假日期间", "经主管领导批准后", "外部单位参与的");
    private static final List<String> ENDS =
            List.of("逾期未完成的，按照考核办法扣减当月绩效。", "有关情况应当同时抄送归口管理部门。", "未经批准不得变更上述要求。", "相关责任由直接负责人承担。", "具体标准由归口部门另行公布。");

    /** A chapter with its clauses, which begin with their number. */
    public record Chapter(String title, List<String> clauses) {

        public Chapter {
            clauses = List.copyOf(clauses);
        }
    }

    public WrittenRule {
        chapters = List.copyOf(chapters);
    }

    /** The rule of this number; the same each time. */
    public static WrittenRule of(long number, int clauses) {
        Random random = new Random(number * 1_000_003);
        String subject = pick(SUBJECTS, random);
        String code = "KX" + (100_000 + number);
        List<Chapter> chapters = new ArrayList<>();
        for (int first = 1; first <= clauses; first += CLAUSES_A_CHAPTER) {
            List<String> texts = new ArrayList<>();
            for (int n = first; n < first + CLAUSES_A_CHAPTER && n <= clauses; n++) {
                texts.add("第" + chinese(n) + "条 " + clause(subject, random));
            }
            chapters.add(new Chapter(
                    "第" + chinese(chapters.size() + 1) + "章 " + subject + "的" + pick(CONDITIONS, random), texts));
        }
        return new WrittenRule(subject + "管理办法" + code, code, chapters);
    }

    private static String clause(String subject, Random random) {
        StringBuilder text = new StringBuilder();
        int sentences = 2 + random.nextInt(3);
        for (int i = 0; i < sentences; i++) {
            text.append(pick(CONDITIONS, random))
                    .append("，")
                    .append(pick(BODIES, random))
                    .append("办理")
                    .append(subject)
                    .append(duty(random))
                    .append("。");
        }
        return text.append(pick(ENDS, random)).toString();
    }

    private static String duty(Random random) {
        return pick(DUTIES, random).formatted(1 + random.nextInt(900), "B" + random.nextInt(10_000));
    }

    private static String pick(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    /** 1 to 9,999 as clauses are numbered. */
    static String chinese(int number) {
        String digits = "零一二三四五六七八九";
        String[] units = {"", "十", "百", "千"};
        StringBuilder text = new StringBuilder();
        String decimal = Integer.toString(number);
        boolean zero = false;
        for (int i = 0; i < decimal.length(); i++) {
            int digit = decimal.charAt(i) - '0';
            if (digit == 0) {
                zero = true;
                continue;
            }
            if (zero) {
                text.append('零');
                zero = false;
            }
            text.append(digits.charAt(digit)).append(units[decimal.length() - 1 - i]);
        }
        return number >= 10 && number < 20 ? text.substring(1) : text.toString();
    }

    /** As lines: the title, then chapters and clauses, each a line. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>(List.of(title));
        for (Chapter chapter : chapters) {
            lines.add(chapter.title());
            lines.addAll(chapter.clauses());
        }
        return lines;
    }
}
