using Validation.Server.Outcomes;

namespace Validation.Server.Checks;

/// <summary>What a draft is called: both names come back in the reply, so they are bounded.</summary>
internal static class DraftNames
{
    /// <summary>The longest id and the longest file name, in UTF-16 code units.</summary>
    public const int Longest = 1_024;

    /// <summary>Looks at the names of a draft.</summary>
    /// <returns>Invalid: one is too long. Null: they are taken.</returns>
    public static Refusal? Refuse(string id, string fileName)
    {
        return id.Length > Longest ? TooLong("id") : fileName.Length > Longest ? TooLong("file_name") : null;
    }

    private static Refusal TooLong(string field)
    {
        return new Refusal(RefusalKind.Invalid, Texts.TooLong(field, Longest)) { Field = field };
    }
}
