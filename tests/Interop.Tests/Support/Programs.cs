using Validation.Tests.Support;

namespace Validation.Interop.Tests.Support;

/// <summary>The server programs, each started when it is first needed, and the runs of the client programs.</summary>
public sealed class Programs : IAsyncLifetime
{
    private static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(4);

    private readonly Dictionary<(string Peer, bool Tls), PeerServer> _servers = [];
    private readonly Dictionary<Pairing, IReadOnlyDictionary<string, string>> _results = [];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-interop-");

    public Task InitializeAsync()
    {
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        foreach (var server in _servers.Values)
        {
            await server.DisposeAsync();
        }

        if (Pairing.All.All(_results.ContainsKey))
        {
            await ResultTable.WriteAsync(_results);
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>What a client says of each case; it runs all of them once.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> ResultsAsync(Pairing pairing)
    {
        if (!_results.TryGetValue(pairing, out var results))
        {
            var run = await RunAsync(pairing, "all");
            results = run.Lines.Select(line => line.Split(' ', 2))
                .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
            results.ShouldNotBeEmpty(run.Errors);
            _results[pairing] = results;
        }

        return results;
    }

    /// <summary>Runs a client to its end.</summary>
    internal async Task<Finished> RunAsync(Pairing pairing, string name)
    {
        await using var client = await StartAsync(pairing, name);
        var code = await client.ExitAsync(LongestRun);
        return new Finished(code, client.Output, client.Errors);
    }

    /// <summary>Starts a client.</summary>
    internal async Task<ChildProcess> StartAsync(Pairing pairing, string name)
    {
        var server = await ServerAsync(pairing.Server, pairing.Tls);
        List<string> command = [.. Peer.Of(pairing.Client).Client, "--server", server.Address, "--case", name];
        if (pairing.Tls)
        {
            command.AddRange(["--ca", CertificateFile]);
        }

        command.AddRange(Peer.Of(pairing.Server).Limits);
        return ChildProcess.Start(command[0], command.Skip(1));
    }

    /// <summary>A server that runs.</summary>
    internal async Task<PeerServer> ServerAsync(string name, bool tls)
    {
        if (!_servers.TryGetValue((name, tls), out var server))
        {
            var peer = Peer.Of(name);
            peer.Runtime?.Missing.ShouldBeNull("The test command has promised it, so it must be there.");
            server = await PeerServer.StartAsync(
                [.. peer.Server, "--port", "0", .. tls ? (string[])["--tls", "--certificate", CertificateFile] : []]);
            _servers[(name, tls)] = server;
        }

        return server;
    }

    private string CertificateFile => Path.Combine(_folder.FullName, "server.pem");
}
