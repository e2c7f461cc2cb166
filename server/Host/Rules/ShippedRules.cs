using System.Globalization;
using Validation.Engine.Rules.Compiling;

namespace Validation.Server.Rules;

/// <summary>The national set in the folder "rules" beside the program.</summary>
internal sealed class ShippedRules
{
    private ShippedRules(NationalRuleSet? set, string problem)
    {
        Set = set;
        Problem = problem;
    }

    /// <summary>The set. Null: see <see cref="Problem"/>.</summary>
    public NationalRuleSet? Set { get; }

    /// <summary>Why there is no set, one Chinese sentence. Empty: there is one.</summary>
    public string Problem { get; }

    /// <summary>Reads the national rules in the folder; where they cannot be read, the problem is kept.</summary>
    public static ShippedRules Read(string folder)
    {
        try
        {
            return new ShippedRules(NationalRuleSet.Read(folder), "");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return new ShippedRules(null, RuleTexts.NationalSetUnreadable(folder, fault.Message));
        }
    }

    /// <summary>Whether a version of a national set is newer than another: "2026.10" is newer than "2026.9".</summary>
    public static int Compare(string one, string other)
    {
        var numbers = one.Split('.').Zip(other.Split('.'));
        foreach (var (left, right) in numbers)
        {
            var order = Number(left) is { } a && Number(right) is { } b ? a.CompareTo(b) : string.CompareOrdinal(left, right);
            if (order != 0)
            {
                return order;
            }
        }

        return one.Count(letter => letter == '.').CompareTo(other.Count(letter => letter == '.'));
    }

    private static long? Number(string text)
    {
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
