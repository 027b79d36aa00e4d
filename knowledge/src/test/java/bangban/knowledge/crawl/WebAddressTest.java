package bangban.knowledge.crawl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebAddressTest {

    private static void is(String written, String canonical) {
        assertThat(WebAddress.canonical(written)).as(written).contains(canonical);
    }

    @Test
    void aPageHasOneAddressHoweverItIsWritten() {
        is("HTTP://Wiki.Example:80/a/../b/./c?b=2&a=1#part", "http://wiki.example/b/c?a=1&b=2");
        is("https://wiki.example", "https://wiki.example/");
        is("https://wiki.example:8443/x", "https://wiki.example:8443/x");
        is("http://wiki.example/a?utm_source=mail&id=3&spm=a.b", "http://wiki.example/a?id=3");
        is("http://wiki.example/a;jsessionid=0A1B?x=1", "http://wiki.example/a?x=1");
        is(" http://制度.例子/办 法 ", "http://xn--xcr061a.xn--fsqu00a/%E5%8A%9E%20%E6%B3%95");
        is(WebAddress.canonical("http://wiki.example/%e5%8a%9e").orElseThrow(), "http://wiki.example/%E5%8A%9E");
    }

    @Test
    void whatIsNotOnTheWebHasNone() {
        for (String written :
                new String[] {"javascript:void(0)", "mailto:a@b.example", "file:///etc/passwd", "", "http://"}) {
            assertThat(WebAddress.canonical(written)).as(written).isEmpty();
        }
    }
}
