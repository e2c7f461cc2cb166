using System.Diagnostics;
using System.Globalization;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Validation.V1;

namespace Validation.Tests.Support;

/// <summary>A server of its own process and data, built with this program; gone with the measurement.</summary>
internal sealed class MeasuredServer : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-measured-");
    private Process? _process;
    private GrpcChannel? _channel;

    /// <summary>Drafts a second that a principal may send before it is slowed down. Null: as many as by default.</summary>
    public int? DraftsPerSecond { get; init; }

    /// <summary>The connection string of the database of PostgreSQL that it uses. Null: a SQLite of its own.</summary>
    public string? Database { get; init; }

    /// <summary>The folder for its data, which it need not have yet.</summary>
    public string DataFolder => Path.Combine(_folder.FullName, "data");

    /// <summary>Where gRPC is served.</summary>
    public string Address { get; } = $"http://127.0.0.1:{FreePort.Next()}";

    /// <summary>Where JSON is served.</summary>
    public string WebAddress { get; } = $"http://127.0.0.1:{FreePort.Next()}";

    /// <summary>A connection beside those that are measured.</summary>
    public GrpcChannel Channel => _channel ??= GrpcChannel.ForAddress(Address);

    /// <summary>The same connection, for calls that must be answered.</summary>
    public CallInvoker Calls => Channel.Intercept(new PatientCalls());

    /// <summary>What the process and its children use.</summary>
    public ProcessFigures Figures => new(_process!.Id);

    /// <summary>Starts it and waits until it answers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet", [Program("server/Host", "validation-server.dll")])
        {
            UseShellExecute = false, RedirectStandardOutput = true,
        };
        start.Environment["VALIDATION__GRPCURL"] = Address;
        start.Environment["VALIDATION__WEBURL"] = WebAddress;
        start.Environment["VALIDATION__DATAFOLDER"] = DataFolder;
        if (Database is not null)
        {
            start.Environment["VALIDATION__DATABASE"] = Database;
        }

        if (DraftsPerSecond is { } drafts)
        {
            start.Environment["VALIDATION__PERPRINCIPAL__DRAFTSPERSECOND"] = drafts.ToString(CultureInfo.InvariantCulture);
        }

        // A line for every draft of a flood would be measured too.
        start.Environment["LOGGING__LOGLEVEL__DEFAULT"] = "Error";
        _process = Process.Start(start)!;
        _process.BeginOutputReadLine();
        while (!await AnswersAsync(cancellationToken))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }

    /// <summary>What can be said of the server when a call to it was not answered: whether it works, and whether it answers on a new
    /// connection.</summary>
    public async Task<string> DescribeAsync()
    {
        if (_process is not { HasExited: false })
        {
            return "The server's process has ended.";
        }

        var before = Figures.Processor;
        using var other = GrpcChannel.ForAddress(Address);
        string answer;
        try
        {
            await new RuleAdmin.RuleAdminClient(other.Intercept(new PatientCalls())).GetStatusAsync(new GetStatusRequest());
            answer = "it answers on a new connection";
        }
        catch (RpcException fault)
        {
            answer = $"on a new connection it says {fault.Status}";
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
        var used = (Figures.Processor - before).TotalMilliseconds;
        return string.Create(
            CultureInfo.InvariantCulture, $"Process {_process.Id} is there, {answer}, and it has used {used:F0} ms of processor since.");
    }

    /// <summary>The memory that the process holds, in bytes.</summary>
    public long Memory()
    {
        _process!.Refresh();
        return _process.WorkingSet64;
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        if (_process is { HasExited: false })
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process?.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>A program from the build with the same configuration and framework as this one.</summary>
    public static string Program(string project, string assembly)
    {
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var root = output.Parent!.Parent!.Parent!.Parent!.Parent!.FullName;
        return Path.Combine(root, project, "bin", output.Parent.Name, output.Name, assembly);
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await new RuleAdmin.RuleAdminClient(Channel).GetStatusAsync(new GetStatusRequest(), cancellationToken: cancellationToken);
            return true;
        }
        catch (RpcException fault) when (fault.StatusCode == StatusCode.Unavailable && _process is { HasExited: false })
        {
            return false;
        }
    }
}
