using System.Globalization;

namespace Validation.Cel.Functions;

/// <summary>Own functions that recognize numbers of persons and cards by their check digits.</summary>
internal static class Identity
{
    private const string CheckCharacters = "10X98765432";

    private static readonly CelType[] OneText = [CelType.String];
    private static readonly int[] Weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    private static readonly HashSet<string> Regions = new(StringComparer.Ordinal)
    {
        "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43", "44", "45", "46", "50",
        "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82",
    };

    public static IReadOnlyList<CelFunction> All { get; } =
    [
        Define.Global("idcard", OneText, CelType.Bool, Define.OfText(text => CelValue.Of(IsCitizenId(text))), CelTexts.Functions.IdCard),
        Define.Global("luhn", OneText, CelType.Bool, Define.OfText(text => CelValue.Of(IsLuhn(text))), CelTexts.Functions.Luhn),
    ];

    /// <summary>
    /// GB 11643-1999: region, date of birth, sequence and the check character of ISO 7064 MOD 11-2; or the 15 digits of before.
    /// </summary>
    public static bool IsCitizenId(string text)
    {
        return text.Length switch
        {
            18 => IsDigits(text.AsSpan(0, 17)) && IsRegion(text) && IsDate(text.Substring(6, 8)) && HasCheckCharacter(text),
            15 => IsDigits(text) && IsRegion(text) && IsDate($"19{text.AsSpan(6, 6)}"),
            _ => false,
        };
    }

    /// <summary>12 to 19 digits whose last makes the Luhn sum (ISO/IEC 7812-1) a multiple of 10.</summary>
    public static bool IsLuhn(string text)
    {
        if (text.Length is < 12 or > 19 || !IsDigits(text))
        {
            return false;
        }

        var sum = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            var digit = text[^i] - '0';
            var weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }

        return sum % 10 == 0;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsRegion(string text) => Regions.Contains(text[..2]);

    private static bool IsDate(string date)
    {
        return DateOnly.TryParseExact(date, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= 1900 and < 2100;
    }

    private static bool HasCheckCharacter(string text)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += (text[i] - '0') * Weights[i];
        }

        return CheckCharacters[sum % 11] == char.ToUpperInvariant(text[17]);
    }
}
