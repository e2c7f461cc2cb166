using Validation.Client.Connection;
using Validation.V1;

namespace Validation.Cli.Rendering;

/// <summary>
/// Prints an array with one reply for each draft that was come to, in the protobuf JSON mapping with the field names of the contract. A
/// draft without a reply has its entry too: NOT_DECIDED, with the reason in reason_text.
/// </summary>
internal sealed class JsonRenderer : IRenderer
{
    private TextWriter _output = TextWriter.Null;
    private string _before = string.Empty;

    /// <inheritdoc/>
    public bool ShowsReport => true;

    /// <inheritdoc/>
    public void Begin(TextWriter output, int drafts)
    {
        _output = output;
        _before = "[\n";
    }

    /// <inheritdoc/>
    public void Write(CheckOutcome outcome)
    {
        _output.Write(_before);
        _output.Write(ProtoJson.Of(outcome.Reply ?? Unanswered(outcome)));
        _before = ",\n";
    }

    /// <inheritdoc/>
    public void End(int left)
    {
        _output.Write(_before is ",\n" ? string.Empty : _before);
        _output.Write("\n]\n");
    }

    private static ValidateReply Unanswered(CheckOutcome outcome) => new()
    {
        FileName = outcome.Draft.Name, Verdict = Verdict.NotDecided, ReasonText = outcome.Failure?.Message ?? string.Empty,
    };
}
