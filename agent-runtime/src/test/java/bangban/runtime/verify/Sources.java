package bangban.runtime.verify;

import java.time.LocalDate;

/** Evidence for tests. */
public final class Sources {

    public static final Evidence LODGING = of("travel", "差旅费管理办法", "第八条", "其他人员在一类地区出差，住宿费每人每天不超过500元；超过标准的部分由个人承担。");
    public static final Evidence LEAVE = of("leave", "职工带薪年休假办法", "第三条第二款", "职工累计工作已满十年不满二十年的，年休假10个工作日。");
    public static final Evidence SEALS = of("seals", "印章管理规定", "第十二条", "严禁将公司印章携带外出；确需外带的，应当经总经理批准。");

    private Sources() {}

    public static Evidence of(String document, String title, String clause, String text) {
        return new Evidence(
                document,
                document + ".md",
                title,
                "2025版",
                null,
                clause,
                0,
                text.length(),
                text,
                title + "\n第二章 标准",
                LocalDate.of(2025, 3, 1),
                null,
                "markdown");
    }
}
