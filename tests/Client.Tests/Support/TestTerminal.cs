using System.Text;
using Validation.Cli;
using Validation.Cli.Commands;

namespace Validation.Client.Tests.Support;

/// <summary>Runs the program within the test, its output redirected.</summary>
internal sealed class TestTerminal : IDisposable
{
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public string Input { get; init; } = string.Empty;

    public string Output => _output.ToString();

    public string Error => _error.ToString();

    /// <summary>Whether somebody looks at the error output.</summary>
    public bool Progress { get; init; }

    /// <summary>Whether somebody answers questions.</summary>
    public bool Interactive { get; init; }

    public Task<int> RunAsync(params string[] args) => RunAsync(args, CancellationToken.None);

    public async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var terminal = new Terminal
        {
            Output = _output,
            Error = _error,
            Input = () => new MemoryStream(Encoding.UTF8.GetBytes(Input)),
            Progress = Progress,
            Interactive = Interactive,
            Time = new ChinaTime(),
        };
        return await CommandLine.RunAsync(args, terminal, cancellationToken).InTime();
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }
}
