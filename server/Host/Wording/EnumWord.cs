using System.Collections.Frozen;
using System.Text.Json;

namespace Validation.Server.Wording;

/// <summary>The members of an enumeration as figures name them, such as "not_decided".</summary>
internal static class EnumWord<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> Words = Enum.GetValues<T>().Distinct()
        .ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    /// <summary>The word for a member. One that this program does not know is "other".</summary>
    public static string Of(T value)
    {
        return Words.GetValueOrDefault(value, "other");
    }
}
