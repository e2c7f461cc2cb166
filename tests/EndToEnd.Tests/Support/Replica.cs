using System.Globalization;
using System.Net;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>One of several servers with one store, as it is deployed behind a proxy: its own process, with TLS.</summary>
internal sealed class Replica(string database, string certificate, string keySha256) : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-tests-");
    private readonly HttpClient _http = new();
    private ChildProcess? _process;

    /// <summary>Where gRPC is served, such as "127.0.0.1:40001".</summary>
    public string Endpoint { get; } = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{FreePort.Next()}");

    private string Web { get; } = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}");

    /// <summary>Starts the process and waits until it is ready.</summary>
    public async Task StartAsync()
    {
        _process = ServerProcess.Start(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["VALIDATION__GRPCURL"] = $"https://{Endpoint}",
            ["VALIDATION__WEBURL"] = Web,
            ["VALIDATION__CERTIFICATE__PATH"] = certificate,
            ["VALIDATION__DATAFOLDER"] = _folder.FullName,
            ["VALIDATION__DATABASE"] = database,
            ["VALIDATION__ADMINISTRATORS__0__NAME"] = "政务公开办",
            ["VALIDATION__ADMINISTRATORS__0__KEYSHA256"] = keySha256,
            ["VALIDATION__TRUSTEDPROXIES__0"] = "127.0.0.1",
            ["VALIDATION__DRAINDELAY"] = "00:00:02",
            // However busy the machine is: three servers that have just started share it.
            ["VALIDATION__DOCUMENTTIME"] = "00:02:00",
        });
        await Administrator.UntilAsync(async () =>
        {
            _process.HasExited.ShouldBeFalse($"The server ended: {_process.Output}{_process.Errors}");
            return await ReadyAsync() == HttpStatusCode.OK;
        }).InTime();
    }

    /// <summary>The version that it works with.</summary>
    public async Task<string> VersionAsync()
    {
        var status = await _http.GetStringAsync($"{Web}/v1/status").InTime();
        return V1.RuleStatus.Parser.ParseJson(status).Version;
    }

    /// <summary>Whether it takes a key.</summary>
    public async Task<bool> TakesAsync(string secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Web}/v1/rules");
        request.Headers.Authorization = new("Bearer", secret);
        using var response = await _http.SendAsync(request).InTime();
        response.StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Unauthorized);
        return response.StatusCode == HttpStatusCode.OK;
    }

    /// <summary>Asks it to end, and waits until it says that it is about to, and then until it is gone.</summary>
    public async Task StopAsync()
    {
        await _process!.TerminateAsync();
        await Administrator.UntilAsync(async () => await ReadyAsync() != HttpStatusCode.OK).InTime();
        (await _process.ExitAsync(Waiting.Longest)).ShouldBe(0, _process.Output + _process.Errors);
    }

    /// <summary>Ends it as if its machine had failed.</summary>
    public Task KillAsync()
    {
        return _process!.KillAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private async Task<HttpStatusCode?> ReadyAsync()
    {
        try
        {
            using var response = await _http.GetAsync($"{Web}/readyz").InTime();
            return response.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
