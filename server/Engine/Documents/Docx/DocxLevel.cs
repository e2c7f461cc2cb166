using System.Text;
using Validation.Engine.Documents.Packages;

namespace Validation.Engine.Documents.Docx;

/// <summary>A level of a list. [ISO 29500-1] 17.9.6</summary>
internal sealed class DocxLevel
{
    // The text of a level stands before every paragraph of it.
    private const int LongestText = 100;

    /// <summary>Its first number.</summary>
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
                text.Append(Print(IsLegal ? "decimal" : levels[level]?.Format, numbers[level]));
            }
            else
            {
                text.Append(Text[i]);
            }
        }

        return Suffix == "nothing" ? text.ToString() : ListNumber.BeforeText(text.ToString());
    }

    private static string Print(string? format, int number) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand"
            or "koreanCounting" => ListNumber.Han(number),
        "chineseLegalSimplified" or "ideographLegalTraditional" or "japaneseLegal" => ListNumber.Legal(number),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => ListNumber.HanByDigit(number),
        "ideographTraditional" => ListNumber.Stem(number),
        "ideographZodiac" => ListNumber.Branch(number),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => ListNumber.Circled(number),
        "decimalFullWidth" or "decimalFullWidth2" => ListNumber.FullWidth(number),
        "upperLetter" => ListNumber.Letter(number, 'A'),
        "lowerLetter" => ListNumber.Letter(number, 'a'),
        "upperRoman" => ListNumber.Roman(number),
        "lowerRoman" => ListNumber.Roman(number).ToLowerInvariant(),
        "decimalZero" => number is >= 0 and < 10 ? "0" + ListNumber.Decimal(number) : ListNumber.Decimal(number),
        "none" => string.Empty,
        _ => ListNumber.Decimal(number),
    };
}
