using Validation.Client.Connection;
using Validation.Client.Sarif;

namespace Validation.Cli.Rendering;

/// <summary>Prints one SARIF 2.1.0 log with one run.</summary>
internal sealed class SarifRenderer : IRenderer, IDisposable
{
    private SarifLog? _log;

    /// <inheritdoc/>
    public bool ShowsReport => false;

    private SarifLog Log => _log ?? throw new InvalidOperationException("The output is not begun.");

    /// <inheritdoc/>
    public void Begin(TextWriter output, int drafts) => _log = new SarifLog(output, CliTexts.Product, CliTexts.Version);

    /// <inheritdoc/>
    public void Write(CheckOutcome outcome) => Log.Add(outcome);

    /// <inheritdoc/>
    public void End(int left) => Log.End(left);

    /// <inheritdoc/>
    public void Dispose() => _log?.Dispose();
}
