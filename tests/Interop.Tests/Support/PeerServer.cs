using Validation.Tests.Support;

namespace Validation.Interop.Tests.Support;

/// <summary>A server program that runs.</summary>
internal sealed class PeerServer : IAsyncDisposable
{
    private const string Ready = "listening on ";

    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly ChildProcess _process;

    private PeerServer(ChildProcess process)
    {
        _process = process;
    }

    /// <summary>Scheme, host and port.</summary>
    public string Address { get; private set; } = "";

    public string Output => _process.Output + _process.Errors;

    public static async Task<PeerServer> StartAsync(IEnumerable<string> command)
    {
        var words = command.ToList();
        var server = new PeerServer(ChildProcess.Start(words[0], words.Skip(1)));
        try
        {
            server.Address = await server._process.LineAsync(Ready, LongestStart);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        return _process.DisposeAsync();
    }
}
