using Validation.Engine.Documents;
using Validation.V1;

namespace Validation.Engine.Tests.Support;

/// <summary>The reply to a document that a test has built, as if it had been read from a file.</summary>
internal static class CheckedDocument
{
    public static ValidateReply Reply(Document document)
    {
        var validator = new ReportValidator();
        return validator.Check(validator.Parse(document, CancellationToken.None), TestRules.National, LocalRecords.Empty);
    }
}
