using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Validation.Server.Access;
using Validation.V1;
using static System.FormattableString;

namespace Validation.Server.Pages.Administration;

/// <summary>Keys and entries of the audit in words.</summary>
internal static class KeyWords
{
    private static readonly string[] Words = ["clerk", "system", "author", "publisher", "filer", "auditor"];

    /// <summary>The roles, as forms send them and as people call them.</summary>
    public static IReadOnlyList<(string Word, string Title)> Roles { get; } =
        [.. Words.Select(word => (word, RoleWords.OfWords(word).Chinese()))];

    /// <summary>The roles of a key, such as "校验（clerk）、归档（filer）".</summary>
    public static string RolesOf(Key key)
    {
        return RoleWords.TryNumbers(key.Roles, out var roles) ? roles.Value.Chinese().Replace('或', '、') : "";
    }

    /// <summary>A time in the server's zone. Empty: it is not known.</summary>
    public static string Time(Timestamp? time)
    {
        return time?.ToDateTimeOffset().ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>Whether a key is good, until when, or why not.</summary>
    public static string State(Key key)
    {
        return key.RevokedAt is not null ? AdministrationTexts.KeyRevoked(Time(key.RevokedAt), key.RevokedBy, key.RevokedReason)
            : key.ExpiresAt is not null ? AdministrationTexts.KeyUntil(Time(key.ExpiresAt))
            : AdministrationTexts.KeyGood;
    }

    /// <summary>What came of an act, and how often.</summary>
    public static string Outcome(AuditEntry entry)
    {
        var outcome = entry.Outcome switch
        {
            Access.Audit.AuditTrail.Done => AdministrationTexts.Done,
            Access.Audit.AuditTrail.Refused => AdministrationTexts.Refused,
            var other => other,
        };
        return entry.Count > 1 ? Invariant($"{outcome}（{entry.Count} 次）") : outcome;
    }
}
