package bangban.knowledge.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class MainContentTest {

    private static String text(String body) {
        return MainContent.of(Jsoup.parse("<html><body>" + body + "</body></html>"))
                .text();
    }

    private static String links(int count) {
        return "<li><a href='/x'>集团要闻链接</a></li>".repeat(count);
    }

    @Test
    void whatHtmlAndItsRolesCallFurnitureGoes() {
        assertThat(text(
                        "<div><header>页眉</header><div role=navigation>导航</div><p>正文。</p><div role=complementary>旁注</div>"
                                + "<footer>页脚</footer></div><aside>广告</aside><dialog>弹窗</dialog>"))
                .isEqualTo("正文。");
    }

    @Test
    void theHeaderOfAnArticleIsPartOfIt() {
        assertThat(text("<header>页眉</header><article><header><h1>办法</h1></header><p>正文。</p></article><p>外面</p>"))
                .isEqualTo("办法 正文。");
    }

    @Test
    void aHeaderWithTheTitleStaysButNotOneWithTheNameOfTheSite() {
        assertThat(text("<div><header><h1>差旅费管理办法</h1></header><p>正文。</p></div>"))
                .isEqualTo("差旅费管理办法 正文。");
        assertThat(text("<header><h1><a href='/'>集团制度网</a></h1></header><p>正文。</p>"))
                .isEqualTo("正文。");
        assertThat(text("<header><h1>集团制度网</h1></header><h1>差旅费管理办法</h1><p>正文。</p>"))
                .isEqualTo("差旅费管理办法 正文。");
    }

    @Test
    void aMainPartWithoutTextIsNone() {
        assertThat(text("<main></main><p>正文。</p>")).isEqualTo("正文。");
    }

    @Test
    void theFilesThatAreAttachedStayNamed() {
        String files = "<li><a href='/f/1.DOCX'>附件一 申请表</a></li>".repeat(4);
        assertThat(text("<p>第一条 为了规范集团的差旅费管理，根据有关规定，制定本办法，各单位遵照执行，由财务部解释。</p><ul>" + files + "</ul>"))
                .contains("附件一 申请表");
    }

    @Test
    void whatAMailLinksToIsPartOfIt() {
        String mail = "<div class=footer>甲</div><ul>" + links(4) + "</ul><p>" + "正文。".repeat(40) + "</p>";
        assertThat(MainContent.named(Jsoup.parse(mail)).text()).contains("甲", "集团要闻链接");
    }

    @Test
    void severalArticlesAreAllRead() {
        assertThat(text("<article>甲</article><article>乙</article>")).isEqualTo("甲 乙");
    }

    @Test
    void blocksThatAreCalledFurnitureGoUnlessTheyHoldMostOfTheText() {
        String rule = "<p>第一条 为了规范集团的差旅费管理，根据有关规定，制定本办法，各单位遵照执行。</p>";
        assertThat(text("<div class='left-nav'>栏目</div><div id=breadcrumb>首页 &gt; 制度</div>" + rule
                        + "<div class='share_box'>分享</div>"))
                .startsWith("第一条")
                .endsWith("遵照执行。");
        assertThat(text("<div class='has-sidebar menu'>" + rule + "</div>")).startsWith("第一条");
    }

    @Test
    void blocksOfLinksGoUnlessThePageIsNothingElse() {
        String rule = "<p>第一条 为了规范集团的差旅费管理，根据有关规定，制定本办法，各单位遵照执行，本办法由财务部负责解释。</p>";
        assertThat(text("<ul>" + links(4) + "</ul>" + rule)).startsWith("第一条");
        assertThat(text("<ul>" + links(9) + "</ul>")).contains("集团要闻链接");
        assertThat(text("<ul>" + links(5) + "</ul><ul>" + links(5) + "</ul><ul>" + links(5) + "</ul>"))
                .contains("集团要闻链接");
    }
}
