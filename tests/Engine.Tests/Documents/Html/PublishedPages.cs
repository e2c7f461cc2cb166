namespace Validation.Engine.Tests.Documents.Html;

/// <summary>Whole pages around the article of a report, as content management systems and word processors make them.</summary>
internal static class PublishedPages
{
    private const string Title = PublishedReport.Title;

    private const string Head =
        "<head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\">"
        + "<title>某某县水利局2024年政府信息公开工作年度报告_某某县人民政府</title>"
        + "<script>var title = \"<td>0</td>\";</script><style>.TRS_Editor p{margin:0}</style></head>";

    private const string Menu =
        "<div class=\"top\"><a href=\"#\">无障碍阅读</a> <a href=\"#\">长者模式</a></div>\n<ul class=\"nav\"><li><a href=\"/\">首页</a></li><li>"
        + "<a href=\"/zwgk\">政务公开</a></li><li><a href=\"/nb\">政府信息公开工作年度报告</a></li></ul>\n<form><input type=\"text\" value=\"请输入关键字\">"
        + "<select><option>全文</option></select><button>搜索</button></form>\n<div class=\"wz\">当前位置：<a href=\"/\">首页</a> &gt; "
        + "<a>政府信息公开年报</a></div>\n";

    private const string Metadata =
        "<table class=\"xxgk\"><tr><td>索 引 号：</td><td>113308247743941119/2024-122331</td><td>主题分类：</td><td>其他</td></tr>"
        + "<tr><td>发布机构：</td><td>某某县水利局</td><td>发布日期：</td><td>2025-01-17</td></tr><tr><td>名　　称：</td><td colspan=\"3\">"
        + "某某县水利局2023年政府信息公开工作年度报告</td></tr></table>\n";

    private const string Info =
        "<div class=\"info\"><span>发布时间：2025-01-17 10:21</span><span>来源：某某县水利局</span><span>字体：[<a>大</a> <a>中</a> <a>小</a>]</span>"
        + "<span>浏览次数：<em>72</em></span></div>\n<div>点击收听年报语音朗读</div>\n";

    private const string Share =
        "<div>分享到：<a>微信</a><a>微博</a></div><div>【<a>打印</a>】【<a>关闭</a>】</div><p>上一篇：<a>某某县水利局2023年政府信息公开工作年度报告</a></p>"
        + "<p>下一篇：没有了</p>";

    private const string Footer =
        "<div class=\"foot\"><p>主办：某某县人民政府 承办：某某县人民政府办公室</p><p>版权所有：某某县人民政府 冀ICP备05000000号</p><p>网站标识码：1300000001</p>"
        + "<p>地址：某某县某某路1号，邮编：050000。</p></div>";

    private static readonly PublishedReport Plain = new();

    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["system"] = System(Plain),
        ["layout tables"] = LayoutTables(),
        ["word"] = Word(),
        ["fragment"] = Plain.Write(),
        ["body alone"] = Page($"{Menu}{Metadata}<h1>{Title}</h1>{Info}{Plain.Body()}{Share}"),
        ["never closed"] = NeverClosed(),
        ["fields"] = System(new PublishedReport
        {
            Cell = text => char.IsAsciiDigit(text[^1]) ? $"<input type=\"text\" value=\"{text}\">" : text,
        }),
        ["styled boxes"] = System(new PublishedReport
        {
            Box = (content, _, _) => $"<div style=\"display:table-cell;border:1px solid\">{content}</div>",
            Row = cells => $"<div style='display: table-row'>{cells}</div>",
            Table = rows => $"<div style='width:100%;display:table'>{rows}</div>",
        }),
        ["hidden at first"] = Page($"{Menu}<div style=\"display:none\" id=\"zoom\">{Plain.Write()}</div>"),
        ["section boxes"] = System(new PublishedReport
        {
            Section = content => $"<table width='100%'><tr><td><table><tr><td>{content}</td></tr></table></td></tr></table>",
        }),
        ["heads"] = System(new PublishedReport
        {
            Table = rows => $"<table><caption>&nbsp;</caption><thead>{Split(rows).First}</thead><tfoot>"
                + $"</tfoot>{Split(rows).Others}</table>",
            Cell = text => string.Join("<br>", text.Chunk(5).Select(part => new string(part))),
        }),
        ["xhtml"] = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- saved -->\n"
            + "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" \"\">\n"
            + $"<html xmlns=\"http://www.w3.org/1999/xhtml\">{Head}<body><div>{Plain.Write()}</div></body></html>",
        ["two parts"] = Page($"{Menu}<h1>{Title}</h1>{Info}<div><div>{Cut().First}</div><div>{Cut().Others}</div></div>"),
        ["opening outside"] = Page(
            $"{Menu}<div><h1>{Title}</h1>{Info}<p>{PublishedReport.Opening}</p><div>{Split(Plain.Body(), "</p>\n").Others}</div></div>"),
        ["title of several lines"] = Page(
            $"{Menu}<div>{Info}<p>{PublishedReport.Organization}</p><p>2024年政府信息公开工作</p><p>年度报告</p>{Plain.Body()}</div>"),
        ["menu beside"] = $"<html>{Head}<body><table><tr><td>{Menu}</td><td><h2>{Title}</h2>{Info}{Plain.Body()}{Share}</td><td>"
            + "<div>最新信息</div><ul><li><a>关于防汛的通知</a></li></ul></td></tr>"
            + $"<tr><td colspan=3>{Footer}</td></tr></table></body></html>",
    };

    /// <summary>A page of a system: menus, the path to the page, metadata, the title, buttons, the article, links, a footer.</summary>
    public static string System(PublishedReport report, string behind = "") => "<!DOCTYPE html>\n" + Page(
        $"{Menu}<div class=\"main\">{Metadata}<h1>{Title}</h1>\n{Info}<div class=\"view TRS_UEDITOR\">"
        + $"<div class=\"TRS_Editor\">{report.Body()}</div></div>{behind}{Share}</div>");

    /// <summary>A page as Word and WPS save it, and as it is pasted into editors.</summary>
    public static string Word() =>
        "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns=\"http://www.w3.org/TR/REC-html40\">"
        + "<head><meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"><!--[if gte mso 9]><xml><w:WordDocument>"
        + "</w:WordDocument></xml><![endif]-->"
        + "<style><!-- p.MsoNormal {mso-style-parent:\"\"} --></style></head><body lang=ZH-CN style='tab-interval:21.0pt'>"
        + $"<xml><o:OfficeDocumentSettings>1</o:OfficeDocumentSettings></xml><div class=Section1>{WordReport().Write()}</div>"
        + $"</body></html>";

    /// <summary>The markup of Word.</summary>
    public static PublishedReport WordReport() => new()
    {
        Paragraph = text => "<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0;line-height:28.0pt'>"
            + "<a name=\"OLE_LINK1\"></a><span\n"
            + $"style='font-size:16.0pt;font-family:仿宋_GB2312;mso-hansi-font-family:宋体'>{text[..2]}<span lang=EN-US>{text[2..5]}"
            + $"</span>{text[5..]}"
            + "<span lang=EN-US><o:p></o:p></span></span></p>\n\n",
        Cell = text => "<p class=MsoNormal align=center style='text-align:center;mso-pagination:widow-orphan'><span lang=EN-US\n"
            + $"  style='font-size:9.0pt;font-family:宋体;mso-bidi-font-family:宋体;color:black'>{text}<o:p></o:p></span></p>\n  ",
        Box = (content, columns, rows) => "  "
            + $"<td width=64 colspan={columns} rowspan={rows} style='width:48.0pt;border:solid windowtext 1.0pt;"
            + $"padding:0cm 5.4pt 0cm 5.4pt'>\n  {content}</td>\n",
        Row = cells => $" <tr style='mso-yfti-irow:0;height:24.0pt'>\n{cells} </tr>\n",
        Table = rows => $"<table class=MsoNormalTable border=0 cellspacing=0 style='border-collapse:collapse'>\n{rows}</table>\n",
    };

    private static string LayoutTables() =>
        $"<html>{Head}<body><table width=1000><tr><td>{Menu}</td></tr><tr><td><table><tr><td width=200><ul><li><a>机构职能</a></li>"
        + $"</ul></td><td>{Metadata}"
        + $"<table><tr><td align=center><b>{Title}</b></td></tr><tr><td>{Info}</td></tr><tr><td class=content><font size=3>"
        + $"{WordReport().Body()}</font></td></tr><tr><td>{Share}</td></tr></table></td></tr></table></td></tr><tr><td>{Footer}"
        + $"</td></tr></table></body></html>";

    private static string NeverClosed() =>
        new PublishedReport
        {
            Paragraph = text => $"<P><FONT face=仿宋><SPAN>{text}\n",
            Table = rows => $"<TABLE border=1>{rows}</TABLE>",
            Row = cells => $"<TR>{cells}",
            Cell = text => $"<P align=center><FONT size=2>{text}&nbsp;",
            Box = (content, columns, rows) =>
                $"<TD colSpan={columns} rowSpan={rows}>{content}",
        }.Write();

    private static string Page(string content) => $"<html>{Head}\n<body>{content}{Footer}</body></html>";

    private static (string First, string Others) Split(string rows) => Split(rows, "</tr>\n");

    private static (string First, string Others) Cut() => Split(Plain.Body(), "六、其他需要报告的事项</p>\n");

    private static (string First, string Others) Split(string text, string behind)
    {
        var at = text.IndexOf(behind, StringComparison.Ordinal) + behind.Length;
        return (text[..at], text[at..]);
    }
}
