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

    public async Task<int> RunAsync(params string[] args)
    {
        var terminal = new Terminal
        {
            Output = _output, Error = _error, Input = () => new MemoryStream(Encoding.UTF8.GetBytes(Input)),
        };
        return await CommandLine.RunAsync(args, terminal, CancellationToken.None).InTime();
    }

    public void Dispose()
    {
        _output.Dispose();
        _error.Dispose();
    }
}
