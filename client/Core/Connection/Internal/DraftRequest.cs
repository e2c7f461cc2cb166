using Validation.V1;

namespace Validation.Client.Internal;

/// <summary>Requests to check a draft.</summary>
internal static class DraftRequest
{
    /// <summary>A request, still without the draft.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="options">Whether the report is wanted in the reply.</param>
    public static ValidateRequest Of(string name, ConnectionOptions options) => new()
    {
        FileName = name,
        IncludeReport = !options.OmitReport,
#pragma warning disable CS0612 // Servers that know nothing else yet send the report unless they are told not to.
        OmitReport = options.OmitReport,
#pragma warning restore CS0612
    };
}
