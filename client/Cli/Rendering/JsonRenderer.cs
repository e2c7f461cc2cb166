using Google.Protobuf;
using Validation.Client;
using Validation.V1;

namespace Validation.Cli.Rendering;

/// <summary>
/// Prints an array with one reply for each draft, in the protobuf JSON mapping with the field names of the contract. A draft without a
/// reply has its entry too: NOT_DECIDED, with the reason in reason_text.
/// </summary>
internal sealed class JsonRenderer : IRenderer
{
    private static readonly JsonFormatter Formatter = new(
        JsonFormatter.Settings.Default.WithFormatDefaultValues(true).WithPreserveProtoFieldNames(true).WithIndentation());

    /// <inheritdoc/>
    public void Render(IReadOnlyList<CheckOutcome> outcomes, TextWriter output)
    {
        var entries = outcomes.Select(outcome => Formatter.Format(outcome.Reply ?? Unanswered(outcome)));
        output.Write("[\n");
        output.Write(string.Join(",\n", entries));
        output.Write("\n]\n");
    }

    private static ValidateReply Unanswered(CheckOutcome outcome) => new()
    {
        FileName = outcome.Draft.Name, Verdict = Verdict.NotDecided, ReasonText = outcome.Failure?.Message ?? string.Empty,
    };
}
