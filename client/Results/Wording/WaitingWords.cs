using static System.FormattableString;

namespace Validation.Client.Wording;

/// <summary>What is said of drafts that wait until the server answers again or a pause ends: everywhere in the same words.</summary>
public static class WaitingWords
{
    /// <summary>What becomes of drafts that wait.</summary>
    public const string Afterwards = "恢复后自动检查";

    /// <summary>How many drafts wait, and what becomes of them.</summary>
    public static string Of(int drafts) => Invariant($"{drafts} 份草稿等待检查，{Afterwards}");
}
