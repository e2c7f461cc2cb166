using Validation.Server.Outcomes;
using Validation.V1;

namespace Validation.Server.Checks;

/// <summary>Bounds the id and the file name of a draft, which both come back in the reply.</summary>
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

    /// <summary>Looks at all that a message says beside the draft's bytes.</summary>
    /// <returns>Invalid: something is too long, or no fingerprint. Null: it is taken.</returns>
    public static Refusal? Refuse(ValidateRequest request)
    {
        var prior = request.PriorId.Length > Longest ? TooLong("prior_id")
            : request.PriorFileName.Length > Longest ? TooLong("prior_file_name")
            : null;
        return prior ?? Refuse(request.Id, request.FileName) ?? PreviousFindings.Refuse(request.Previous?.Fingerprints);
    }

    private static Refusal TooLong(string field)
    {
        return new Refusal(RefusalKind.Invalid, CheckTexts.TooLong(field, Longest)) { Field = field };
    }
}
