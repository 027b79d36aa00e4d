package bangban.knowledge.parse;

import static bangban.knowledge.parse.Fixtures.lines;
import static bangban.knowledge.parse.Fixtures.parse;
import static org.assertj.core.api.Assertions.assertThat;

import bangban.knowledge.catalog.Format;
import bangban.knowledge.parse.Members.Member;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

class MailsTest {

    private static final Charset GBK = Charset.forName("GBK");

    @Test
    void aMailIsItsFieldsItsRicherBodyAndTheNamesOfItsFiles() throws ParseException {
        byte[] mail = mail();
        Outline outline = parse("通知.eml", mail);
        assertThat(outline.title()).isEqualTo("关于差旅标准的通知");
        assertThat(lines(outline))
                .containsExactly(
                        "HEADING 关于差旅标准的通知",
                        "PARAGRAPH 发件人：采购部 <cg@example.com>",
                        "PARAGRAPH 收件人：all@example.com",
                        "PARAGRAPH 日期：2025-03-03 09:30 +08:00",
                        "PARAGRAPH 各单位：",
                        "TABLE 级别 | 标准",
                        "ROW A | 500",
                        "PARAGRAPH 原文：请提出意见。",
                        "PARAGRAPH 附件：标准.txt");
        assertThat(Parsers.standard().members(new SourceFile("通知.eml", mail)).files())
                .singleElement()
                .satisfies(member -> {
                    assertThat(member.path()).isEqualTo("标准.txt");
                    assertThat(member.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("第一条 甲。");
                });
    }

    /** GBK in encoded words and body, a picture that only the body shows, a file whose name is encoded by RFC 2231. */
    private static byte[] mail() {
        String subject = "=?GB2312?B?" + base64("关于差旅标准".getBytes(GBK)) + "?=\n =?gb2312?B?"
                + base64("的通知".getBytes(GBK)) + "?=";
        String html =
                "<html><body><p>各单位：</p><table><tr><th>级别</th><th>标准</th></tr><tr><td>A</td><td>500</td></tr></table>"
                        + "<blockquote>原文：请提出意见。</blockquote><img src=\"cid:1\"></body></html>";
        return """
                Received: from x
                Subject: %s
                From: =?utf-8?Q?=E9=87=87=E8=B4=AD=E9=83=A8?= <cg@example.com>
                To: all@example.com
                Date: Mon, 3 Mar 2025 09:30:00 +0800 (CST)
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="m"

                --m
                Content-Type: multipart/alternative; boundary="a"

                --a
                Content-Type: text/plain; charset=gb2312
                Content-Transfer-Encoding: base64

                %s
                --a
                Content-Type: text/html; charset=gb2312
                Content-Transfer-Encoding: base64

                %s
                --a--
                --m
                Content-Type: image/png; name="logo.png"
                Content-ID: <1>
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --m
                Content-Type: text/plain
                Content-Disposition: attachment; filename*=UTF-8''%%E6%%A0%%87%%E5%%87%%86.txt
                Content-Transfer-Encoding: base64

                %s
                --m--
                """.formatted(
                        subject,
                        base64("各单位".getBytes(GBK)),
                        base64(html.getBytes(GBK)),
                        base64("第一条 甲。".getBytes(StandardCharsets.UTF_8)))
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void readsBareBytesInFieldsAndFileNames() throws ParseException {
        byte[] mail = """
                From: 张三 <z@example.com>
                Subject: 检修
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: text/plain

                请查收。
                --m
                Content-Disposition: attachment; filename="计划.txt"

                甲
                --m--
                """.getBytes(GBK);
        assertThat(lines(parse("a.eml", mail)))
                .containsExactly(
                        "HEADING 检修", "PARAGRAPH 发件人：张三 <z@example.com>", "PARAGRAPH 请查收。", "PARAGRAPH 附件：计划.txt");
    }

    @Test
    void aMailOnAMailIsAFileOfItsOwn() throws ParseException {
        byte[] mail = """
                From: a@example.com
                To: b@example.com
                Subject: Fwd
                Content-Type: multipart/mixed; boundary=m

                --m
                Content-Type: message/rfc822

                From: c@example.com
                To: a@example.com
                Subject: Inner
                Content-Type: multipart/mixed; boundary=n

                --n
                Content-Disposition: attachment; filename=plan.txt

                Plan
                --n--
                --m--
                """.getBytes(StandardCharsets.US_ASCII);
        assertThat(Parsers.standard().members(new SourceFile("Fwd.eml", mail)).files())
                .extracting(Member::path)
                .containsExactly("Inner.eml", "Inner.eml/plan.txt");
    }

    @Test
    void readsAMailOfOutlookAndItsFiles() throws IOException, ParseException {
        byte[] mail = outlook();
        Outline outline = parse("通知.msg", mail);
        assertThat(Parsers.standard().format(new SourceFile("通知.dat", mail))).contains(Format.MSG);
        assertThat(lines(outline))
                .containsExactly("HEADING 检修通知", "PARAGRAPH 发件人：张三", "CLAUSE 第一条 停机。", "PARAGRAPH 附件：计划.txt");
        assertThat(Parsers.standard().members(new SourceFile("通知.msg", mail)).files())
                .extracting(Member::path)
                .containsExactly("计划.txt");
    }

    private static byte[] outlook() throws IOException {
        try (POIFSFileSystem system = new POIFSFileSystem()) {
            DirectoryEntry root = system.getRoot();
            put(root, "__properties_version1.0", new byte[32]);
            put(root, "__substg1.0_0037001F", utf16("检修通知"));
            put(root, "__substg1.0_0C1A001F", utf16("张三"));
            put(root, "__substg1.0_1000001F", utf16("第一条 停机。\r\n"));
            DirectoryEntry attachment = root.createDirectory("__attach_version1.0_#00000000");
            put(attachment, "__properties_version1.0", new byte[8]);
            put(attachment, "__substg1.0_3707001F", utf16("计划.txt"));
            put(attachment, "__substg1.0_37010102", "甲".getBytes(StandardCharsets.UTF_8));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            system.writeFilesystem(bytes);
            return bytes.toByteArray();
        }
    }

    private static void put(DirectoryEntry folder, String name, byte[] bytes) throws IOException {
        folder.createDocument(name, new ByteArrayInputStream(bytes));
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    @Test
    void aPageSavedAsOneFileIsAPage() throws ParseException {
        byte[] page = """
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary="p"

                --p
                Content-Location: file:///C:/a.htm
                Content-Transfer-Encoding: quoted-printable
                Content-Type: text/html; charset="gb2312"

                <html><body><h1>=D6=C6=B6=C8</h1><p>A</p></body></html>
                --p
                Content-Location: file:///C:/a.png
                Content-Type: image/png

                x
                --p--
                """.getBytes(StandardCharsets.US_ASCII);
        assertThat(Parsers.standard().format(new SourceFile("制度.doc", page))).contains(Format.HTML);
        assertThat(lines(parse("制度.doc", page))).containsExactly("HEADING 制度", "PARAGRAPH A");
        assertThat(Parsers.standard().members(new SourceFile("制度.mht", page)).files())
                .isEmpty();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
