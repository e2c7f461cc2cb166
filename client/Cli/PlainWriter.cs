using System.Text;
using Validation.Client.Wording;

namespace Validation.Cli;

/// <summary>Writes messages, in which names from outside may stand, without anything that would steer a terminal.</summary>
internal sealed class PlainWriter(TextWriter output) : TextWriter
{
    /// <inheritdoc/>
    public override Encoding Encoding => output.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => output.Write(OutsideText.Lines(value.ToString()));

    /// <inheritdoc/>
    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    /// <inheritdoc/>
    public override void Write(string? value) => output.Write(OutsideText.Lines(value ?? string.Empty));

    /// <inheritdoc/>
    public override void WriteLine(string? value) => output.WriteLine(OutsideText.Lines(value ?? string.Empty));

    /// <inheritdoc/>
    public override Task WriteLineAsync(string? value) => output.WriteLineAsync(OutsideText.Lines(value ?? string.Empty));

    /// <inheritdoc/>
    public override void Flush() => output.Flush();

    /// <inheritdoc/>
    public override Task FlushAsync() => output.FlushAsync();
}
