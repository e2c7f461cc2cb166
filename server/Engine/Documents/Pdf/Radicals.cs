namespace Validation.Engine.Documents.Pdf;

/// <summary>
/// Fonts draw a character and the radical of the same shape with one glyph, so that a PDF may name the radical: 自然⼈ for 自然人.
/// </summary>
internal static class Radicals
{
    private const char First = '\u2F00';

    // U+2F00 to U+2FD5, Kangxi Radicals, and their compatibility decompositions (The Unicode Standard, UnicodeData.txt).
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日"
            + "曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行"
            + "衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    // CJK Radicals Supplement: those that look like a character in use.
    private const string Supplement =
        "\u2E9C\u2E9D\u2E9F\u2EA0\u2EA9\u2EAA\u2EAB\u2EAC\u2EB9\u2EBC\u2EC1\u2EC3\u2EC4\u2EC5\u2EC6\u2EC9"
        + "\u2ECB\u2ED1\u2ED3\u2ED4\u2ED8\u2ED9\u2EDA\u2EDB\u2EDC\u2EDD\u2EDE\u2EE0\u2EE1\u2EE2\u2EE3\u2EE4"
        + "\u2EE5\u2EE6\u2EE7\u2EE8\u2EE9\u2EEC\u2EEE\u2EF0\u2EF3";

    private const string SupplementMeanings = "日月母民王足目示老肉虎西西见角贝车長长门青韦页风飞食食饣首马骨鬼鱼鸟卤麦黄齐齿龙龟";

    /// <summary>The text with characters in the place of radicals.</summary>
    public static string Replace(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u2E80', '\u2FD5') < 0 ? text : string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = Meaning(from[i]);
            }
        });

    private static char Meaning(char character)
    {
        if (character >= First && character - First < Kangxi.Length)
        {
            return Kangxi[character - First];
        }

        var at = Supplement.IndexOf(character, StringComparison.Ordinal);
        return at < 0 ? character : SupplementMeanings[at];
    }
}
