using System.Diagnostics;
using Grpc.Core;
using Grpc.Net.Client;
using Validation.V1;

namespace Validation.Tests.Support;

/// <summary>The server as it is deployed: its own process, on free ports of this machine.</summary>
public sealed class ServerProcess : IAsyncLifetime
{
    // Each attempt costs some milliseconds of the processor that the server needs.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-tests-");
    private ChildProcess? _process;
    private GrpcChannel? _channel;

    /// <summary>Where gRPC is served, such as "127.0.0.1:40001".</summary>
    public string GrpcEndpoint { get; } = $"127.0.0.1:{FreePort.Next()}";

    /// <summary>Where the web page is served.</summary>
    public string WebEndpoint { get; } = $"127.0.0.1:{FreePort.Next()}";

    /// <summary>Options beside the addresses, such as VALIDATION__DATABASE.</summary>
    internal Dictionary<string, string> Options { get; } = new(StringComparer.Ordinal);

    /// <summary>The folder for its data, gone with the server.</summary>
    internal string DataFolder => Path.Combine(_folder.FullName, "data");

    /// <summary>From the start of the process to the first answered call.</summary>
    public TimeSpan StartTime { get; private set; }

    public string Output => _process?.Output ?? "";

    internal ChildProcess Process => _process ?? throw new InvalidOperationException("The server is not started.");

    internal Validator.ValidatorClient Client => new(_channel ?? throw new InvalidOperationException("The server is not started."));

    internal KeyAdmin.KeyAdminClient Keys => new(_channel ?? throw new InvalidOperationException("The server is not started."));

    internal RuleAdmin.RuleAdminClient Admin => new(_channel ?? throw new InvalidOperationException("The server is not started."));

    internal Archive.ArchiveClient Archive => new(_channel ?? throw new InvalidOperationException("The server is not started."));

    internal static ChildProcess Start(IReadOnlyDictionary<string, string> options, string? folder = null)
    {
        return ChildProcess.Start("dotnet", [BuiltProgram.PathOf("server/Host", "validation-server.dll")], options, folder);
    }

    public async Task InitializeAsync()
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["VALIDATION__GRPCURL"] = $"http://{GrpcEndpoint}",
            ["VALIDATION__WEBURL"] = $"http://{WebEndpoint}",
            ["VALIDATION__DATAFOLDER"] = DataFolder,
            // However busy the machine is: a reader of PDF may take long to start.
            ["VALIDATION__DOCUMENTTIME"] = "00:02:00",
            // To watch its own code for what could be made faster costs a program more than it brings, where that lives for seconds.
            ["DOTNET_TieredPGO"] = "0",
        };
        foreach (var (name, value) in Options)
        {
            options[name] = value;
        }

        var watch = Stopwatch.StartNew();
        // Another folder than the program's: the settings are found all the same.
        _process = Start(options, Path.GetTempPath());
        _channel = GrpcChannel.ForAddress($"http://{GrpcEndpoint}");
        while (!await AnswersAsync())
        {
            Process.HasExited.ShouldBeFalse($"The server ended: {Process.Output}{Process.Errors}");
            watch.Elapsed.ShouldBeLessThan(Waiting.Longest, Process.Output);
            await Task.Delay(Look);
        }

        StartTime = watch.Elapsed;
    }

    public async Task DisposeAsync()
    {
        await KillAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>Ends the process as if its machine had failed. It can be started again.</summary>
    internal async Task KillAsync()
    {
        _channel?.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await Client.ValidateAsync(new ValidateRequest()).ResponseAsync.InTime();
            return true;
        }
        catch (RpcException fault) when (fault.StatusCode is StatusCode.Unavailable or StatusCode.Unauthenticated)
        {
            // A server that asks for a key is there.
            return fault.StatusCode == StatusCode.Unauthenticated;
        }
    }
}
