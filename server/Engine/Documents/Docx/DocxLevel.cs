using System.Text;
using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Docx;

/// <summary>A level of a list. [ISO 29500-1] 17.9.6</summary>
internal sealed class DocxLevel
{
    // The text of a level stands before every paragraph of it.
    private const int LongestText = 100;

    /// <summary>The number of the level's first paragraph.</summary>
    public int Start { get; set; } = 1;

    /// <summary>How numbers are written, such as "decimal".</summary>
    public string Format { get; set; } = "decimal";

    /// <summary>What stands before the paragraph; %1 to %9 are the numbers of the levels.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>What follows the number: "tab", "space" or "nothing".</summary>
    public string Suffix { get; set; } = "tab";

    /// <summary>All levels are written in digits.</summary>
    public bool IsLegal { get; set; }

    /// <summary>Begins again after a paragraph of a level up to this one, from 1; 0: never. Null: after any level above.</summary>
    public int? RestartsAfter { get; set; }

    /// <summary>The number of a paragraph with what follows it. Null: none is to be seen.</summary>
    /// <param name="levels">The levels of the list.</param>
    /// <param name="numbers">The number that each level has come to.</param>
    public string? Print(DocxLevel?[] levels, int[] numbers)
    {
        // A bullet has no meaning, and its character often none without its font.
        if (Format is "bullet" or "none" || Text.Length is 0 or > LongestText)
        {
            return null;
        }

        var text = new StringBuilder();
        for (var i = 0; i < Text.Length; i++)
        {
            if (Text[i] == '%' && i + 1 < Text.Length && Text[i + 1] is >= '1' and <= '9')
            {
                var level = Text[++i] - '1';
                text.Append(Print(IsLegal ? null : levels[level]?.Format, numbers[level]));
            }
            else
            {
                text.Append(Text[i]);
            }
        }

        return Suffix == "nothing" ? text.ToString() : ListNumber.BeforeText(text.ToString());
    }

    // [ISO 29500-1] 17.18.59 has names for the codes of [MS-OSHARED] 2.2.1.3.
    private static string Print(string? format, int number)
    {
        var code = format switch
        {
            "upperRoman" => 1,
            "lowerRoman" => 2,
            "upperLetter" => 3,
            "lowerLetter" => 4,
            "ideographDigital" => 10,
            "japaneseCounting" => 11,
            "decimalFullWidth" => 14,
            "japaneseDigitalTenThousand" => 17,
            "decimalEnclosedCircle" => 18,
            "decimalFullWidth2" => 19,
            "decimalZero" => 22,
            "decimalEnclosedFullstop" => 26,
            "decimalEnclosedParen" => 27,
            "decimalEnclosedCircleChinese" => 28,
            "ideographEnclosedCircle" => 29,
            "ideographTraditional" => 30,
            "ideographZodiac" => 31,
            "ideographZodiacTraditional" => 32,
            "taiwaneseCounting" => 33,
            "ideographLegalTraditional" => 34,
            "taiwaneseCountingThousand" => 35,
            "taiwaneseDigital" => 36,
            "chineseCounting" => 37,
            "chineseLegalSimplified" => 38,
            "chineseCountingThousand" => 39,
            "none" => ListNumber.None,
            _ => 0,
        };
        return ListNumber.Format(number, code);
    }
}
