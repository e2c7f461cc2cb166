using System.Buffers;

namespace Validation.Engine.Documents;

/// <summary>
/// Fonts draw a character and the radical of the same shape with one glyph, so that a PDF, and text copied from one, may name the radical:
/// 自然⼈ (U+2F08) for 自然人 (U+4EBA). Readers of a document see no difference.
/// </summary>
internal static class Radicals
{
    private const char First = '\u2F00';
    private const char FirstCompatible = '\uF900';
    private const char LastCompatible = '\uFAD9';

    private static readonly SearchValues<char> Replaced = SearchValues.Create(
        [.. Range('\u2E80', '\u2FD5'), .. Range(FirstCompatible, LastCompatible)]);

    // U+2F00 to U+2FD5, Kangxi Radicals, and their compatibility decompositions (The Unicode Standard, UnicodeData.txt).
    private const string Kangxi =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日"
            + "曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行"
            + "衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    // U+F900 to U+FAD9, CJK Compatibility Ideographs, and their canonical decompositions, which the runtime does not know without ICU.
    // Those that decompose to characters beyond U+FFFF, which would change the length, stand for themselves.
    private const string Compatible =
        "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠"
            + "略亮兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿"
            + "溺吝燐璘藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀\uFA0E\uFA0F塚\uFA11晴\uFA13\uFA14凞猪益礼神祥福靖精羽\uFA1F蘒\uFA21諸\uFA23\uFA24逸都\uFA27\uFA28"
            + "\uFA29飯飼館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸難響頻恵\uFA6C舘\uFA6E\uFA6F並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠"
            + "懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜\uFACF\uFAD0\uFAD1㮝䀘䀹\uFAD5\uFAD6\uFAD7齃龎";

    // CJK Radicals Supplement: those that look like a character in use.
    private const string Supplement =
        "\u2E9C\u2E9D\u2E9F\u2EA0\u2EA9\u2EAA\u2EAB\u2EAC\u2EB9\u2EBC\u2EC1\u2EC3\u2EC4\u2EC5\u2EC6\u2EC9"
        + "\u2ECB\u2ED1\u2ED3\u2ED4\u2ED8\u2ED9\u2EDA\u2EDB\u2EDC\u2EDD\u2EDE\u2EE0\u2EE1\u2EE2\u2EE3\u2EE4"
        + "\u2EE5\u2EE6\u2EE7\u2EE8\u2EE9\u2EEC\u2EEE\u2EF0\u2EF3";

    private const string SupplementMeanings = "日月母民王足目示老肉虎西西见角贝车長长门青韦页风飞食食饣首马骨鬼鱼鸟卤麦黄齐齿龙龟";

    /// <summary>The text with characters in the place of radicals and of CJK Compatibility Ideographs. It has the same length.</summary>
    public static string Replace(string text) =>
        text.AsSpan().IndexOfAny(Replaced) < 0 ? text : string.Create(text.Length, text, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++)
            {
                to[i] = Meaning(from[i]);
            }
        });

    private static IEnumerable<char> Range(char first, char last) => Enumerable.Range(first, last - first + 1).Select(code => (char)code);

    private static char Meaning(char character)
    {
        if (character is >= FirstCompatible and <= LastCompatible)
        {
            return Compatible[character - FirstCompatible];
        }

        if (character >= First && character - First < Kangxi.Length)
        {
            return Kangxi[character - First];
        }

        var at = Supplement.IndexOf(character, StringComparison.Ordinal);
        return at < 0 ? character : SupplementMeanings[at];
    }
}
