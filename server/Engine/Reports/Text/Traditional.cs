namespace Validation.Engine.Reports.Text;

/// <summary>
/// Traditional forms of the characters that headings and labels are made of. Sites that offer a page in both scripts convert it, and some
/// drafts come from there. Prose is not converted.
/// </summary>
internal static class Traditional
{
    private const char First = '\u4E00';
    private const char Last = '\u9FFF';

    // Pairs: the traditional form and the simplified one.
    private const string Pairs =
        "總总體体況况動动開开處处請请議议訴诉訟讼題题進进報报項项現现廢废數数規规範范製制發发費费單单萬万業业關关係系為为爲为億亿許许罰罚強强彊强錢钱額额務务類类過过屬属國国祕秘違违護护權权內内執执詢询無无機机構构沒没補补後后確确訪访舉举訊讯" +
        "複复復复覆复認认獲获繳缴納纳計计轉转結结續续辦办繼继維维糾纠審审經经與与據据於于會会組组織织條条張张說说説说應应當当須须還还監监臺台檯台設设網网專专區区縣县鎮镇鄉乡廳厅員员門门責责號号導导級级農农財财稅税環环衛卫團团實实驗验證证標标" +
        "準准個个對对從从們们這这產产節节約约寫写書书圖图齊齐讀读裏里裡里週周儘尽盡尽並并佈布採采購购釋释資资幣币統统緊紧徑径鎖锁間间聞闻闡阐廣广傳传將将劃划畫画問问聯联該该種种兩两變变點点術术遲迟誤误歸归檔档舊旧創创優优較较際际獨独險险層层" +
        "歷历曆历覽览觀观訂订論论評评課课調调談谈講讲識识譯译貫贯貴贵貼贴賬账質质贊赞軟软轄辖輪轮達达遠远適适選选遺遗郵邮鑒鉴鏈链閱阅隊队階阶隨随難难電电靜静響响頁页順顺預预領领頭头頻频顯显風风飛飞驟骤黨党龍龙";

    private static readonly char[] Simplified = Table();

    /// <summary>The character stands in the block of Han characters that are in use.</summary>
    public static bool IsHan(char character) => character is >= First and <= Last;

    /// <summary>The simplified form; every other character unchanged.</summary>
    public static char Fold(char character) => IsHan(character) ? Simplified[character - First] : character;

    /// <summary>The text in simplified characters.</summary>
    public static string Fold(string text)
    {
        foreach (var character in text)
        {
            if (Fold(character) != character)
            {
                return string.Create(text.Length, text, static (buffer, source) =>
                {
                    for (var i = 0; i < source.Length; i++)
                    {
                        buffer[i] = Fold(source[i]);
                    }
                });
            }
        }

        return text;
    }

    private static char[] Table()
    {
        var table = new char[Last - First + 1];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = (char)(First + i);
        }

        for (var i = 0; i < Pairs.Length; i += 2)
        {
            table[Pairs[i] - First] = Pairs[i + 1];
        }

        return table;
    }
}
