using System.Text.RegularExpressions;
using Validation.Engine.Reports.Text;

namespace Validation.Engine.Reports.Articles;

/// <summary>Tells the furniture of a page, and titles of reports, by their words.</summary>
internal static partial class SurroundingWords
{
    private const int LongestTitle = 80;
    private const int LongestBody = 50;
    private const int LongestFurniture = 120;

    /// <summary>How many characters of a line are looked at.</summary>
    public const int Looked = 512;

    /// <summary>A line that may be the title of a report, or joined with those beside it.</summary>
    public static bool IsTitle(string line)
    {
        Span<char> buffer = stackalloc char[Looked];
        var text = Squeeze(line, buffer);
        return text.Length is > 6 and <= LongestTitle && !IsSentence(text) && !text.ContainsAny('>', '|', '＞') && NameReport(text);
    }

    /// <summary>Words that name a report, whatever stands around them.</summary>
    public static bool NameReport(ReadOnlySpan<char> text) => Title().IsMatch(text);

    /// <summary>A line that may be a body's name on a line of its own, such as "某某市人民政府办公室".</summary>
    public static bool IsBody(string line)
    {
        Span<char> buffer = stackalloc char[Looked];
        var text = Squeeze(line, buffer);
        return text.Length is >= 2 and <= LongestBody && Body().IsMatch(text);
    }

    /// <summary>A line that may be the year of a title on a line of its own, or behind the body's name: "2024年", "某某局2024年".</summary>
    public static bool EndsWithYear(string line)
    {
        Span<char> buffer = stackalloc char[Looked];
        var text = Squeeze(line, buffer);
        foreach (var year in YearAtEnd().EnumerateMatches(text))
        {
            return text.Length <= LongestBody && (year.Index == 0 || Body().IsMatch(text[..year.Index]));
        }

        return false;
    }

    /// <summary>A title that names a year.</summary>
    public static bool NameYear(string title) => Year().IsMatch(title);

    /// <summary>A line that belongs to the page and not to what it publishes.</summary>
    public static bool IsFurniture(string line)
    {
        Span<char> buffer = stackalloc char[Looked];
        var text = Squeeze(line, buffer);
        return text.Length is > 0 and <= LongestFurniture && !text.EndsWith('。') && Furniture().IsMatch(text);
    }

    /// <summary>Whether nothing of the report comes behind this line: it names the owner of the page, or is furniture of the page and no
    /// sentence that only speaks of such.</summary>
    public static bool EndsArticle(string line)
    {
        Span<char> buffer = stackalloc char[Looked];
        var text = Squeeze(line, buffer);
        var isSentence = text.TrimEnd("”\"）)") is [.., '。' or '；' or ';' or '！'];
        return text.Length is > 0 and <= LongestFurniture && (Owner().IsMatch(text) || (!isSentence && End().IsMatch(text)));
    }

    /// <summary>The link to an attachment.</summary>
    public static bool IsAttachment(string line) => Attachment().IsMatch(line.AsSpan(0, Math.Min(line.Length, Looked)));

    /// <summary>True for prose: the text has a full stop, or ends with a colon.</summary>
    public static bool IsSentence(ReadOnlySpan<char> text) => text.IndexOfAny("。；;！!") >= 0 || text.EndsWith('：') || text.EndsWith(':');

    /// <summary>A text without white space.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">Takes the characters; what does not fit is left out.</param>
    public static ReadOnlySpan<char> Squeeze(ReadOnlySpan<char> text, Span<char> buffer)
    {
        var length = 0;
        foreach (var character in text)
        {
            if (length == buffer.Length)
            {
                break;
            }

            if (!char.IsWhiteSpace(character) && character is not ('\u200B' or '\uFEFF'))
            {
                buffer[length++] = character;
            }
        }

        return buffer[..length];
    }

    [GeneratedRegex("(信息公开|政务公开).{0,24}(年度报告|工作报告|年报|的报告|情况报告)|年政府信息公开.{0,8}报告", PatternOptions.Linear)]
    private static partial Regex Title();

    [GeneratedRegex(Years.Digits + "年", PatternOptions.Linear)]
    private static partial Regex Year();

    [GeneratedRegex(Years.Digits + "年度?$", PatternOptions.Linear)]
    private static partial Regex YearAtEnd();

    [GeneratedRegex("^[^0-9：:【\\[>|]*(政府|局|委|委员会|办公室|办公厅|厅|院|街道|办事处|镇|乡|区|县|市|中心|处|会|公司|学校|大学|学院|医院|分局|支队|大队)$", PatternOptions.Linear)]
    private static partial Regex Body();

    [GeneratedRegex(
        "^(索引号|信息索引|主题分类|主题词|体裁分类|组配分类|公开类别|信息分类|分类|发布机构|发文机关|发文机构|公开主体|公开形式|公开方式|公开时限|公开范围|"
        + "公开程序|文号|发文字号|文件编号|发文日期|成文日期|生成日期|生效日期|公开日期|发布日期|发布时间|发布单位|更新时间|有效性|时效|有效期|名称|标题|"
        + "信息名称|内容概述|信息来源|稿件来源|文章来源|来源|作者|编辑|责任编辑|审核|浏览次数|浏览量|阅读次数|阅读量|访问量|点击数|点击量|点击次数|字体|字号|"
        + "日期|时间|关键词)([:：（(【\\[]|$)"
        + "|^.{0,4}(发布时间|发布日期|浏览次数|阅读次数|点击数|点击量|字体|字号)[:：]|^(您)?(现在的|当前的|所在)?(当前)?(位置)(是|为)?[:：]|^当前位置|^您的位置"
        + "|分享到|分享至|^分享[:：]?$|扫一扫|扫码|语音朗读|语音播报|点击收听|一键分享|打印本页|关闭窗口|关闭本页|^[【\\[（(]?(打印|关闭|收藏|纠错|下载|返回|顶部)"
        + "[】\\]）)]?([【\\[（(]?(打印|关闭|收藏|纠错|下载|返回|顶部)[】\\]）)]?)*$|返回顶部|^[【\\[]?大[】\\]]?[【\\[]?中[】\\]]?[【\\[]?小[】\\]]?$"
        + "|^首页([>＞|/·]|$)|^(无障碍|长者|适老|关怀)|^(设为首页|加入收藏)",
        PatternOptions.Linear)]
    private static partial Regex Furniture();

    [GeneratedRegex(
        "^[【\\[(（]?(上一篇|下一篇|上一条|下一条)"
        + "|^[【\\[(（]?((相关文章|相关链接|相关信息|相关阅读|相关稿件|友情链接|网站地图|联系我们|关于我们|网站声明|隐私声明|(我为)?政府网站找错)"
        + "[】\\]）)>＞|｜/·•-]*)+([:：]|$)"
        + "|ICP备|公网安备|网安备|网站标识码|^(主办|承办|主办单位|承办单位|运维单位|技术支持|网站支持)[:：]|建议使用.{0,20}浏览器",
        PatternOptions.LinearIgnoringCase)]
    private static partial Regex End();

    [GeneratedRegex(
        "版权所有|ICP备案?号?[:：]?[0-9]|网安备[0-9]|网站标识码[:：]?[0-9a-z]|^(Copyright|©|&copy;)|^建议(您)?使用.{0,20}浏览器",
        PatternOptions.LinearIgnoringCase)]
    private static partial Regex Owner();

    [GeneratedRegex("附件|附表|附：|\\.(docx?|wps|pdf|xlsx?|et|rar|zip|ofd)\\b", PatternOptions.LinearIgnoringCase)]
    private static partial Regex Attachment();
}
