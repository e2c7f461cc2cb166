using System.Diagnostics;
using Grpc.Core;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Pages.Tests.Support;

/// <summary>A server at which everybody needs a key.</summary>
public sealed class ClosedServer : IAsyncLifetime
{
    private readonly ServerProcess _process = new();
    private Metadata _publisher = [];

    /// <summary>Where its pages are.</summary>
    public string Address => $"http://{_process.WebEndpoint}";

    public async Task InitializeAsync()
    {
        _process.Options["VALIDATION__ANONYMOUSVALIDATE"] = "false";
        await _process.InitializeAsync();
        var request = new CreateKeyRequest { Name = "管理员", Roles = { Role.Publisher, Role.Auditor, Role.Author, Role.Clerk } };
        var made = await _process.Keys.CreateAsync(request).ResponseAsync.InTime();
        _publisher = new Metadata { { "authorization", $"Bearer {made.Secret}" } };
    }

    /// <summary>Makes a key.</summary>
    public async Task<CreateKeyReply> KeyAsync(params Role[] roles)
    {
        return await _process.Keys.CreateAsync(new CreateKeyRequest { Name = "测试", Roles = { roles } }, _publisher).ResponseAsync.InTime();
    }

    /// <summary>Takes a key back, and waits until the server refuses it.</summary>
    public async Task RevokeAsync(CreateKeyReply key)
    {
        await _process.Keys.RevokeAsync(new RevokeKeyRequest { Id = key.Key.Id, Reason = "测试" }, _publisher).ResponseAsync.InTime();
        var watch = Stopwatch.StartNew();
        while (await IsGoodAsync(key.Secret))
        {
            watch.Elapsed.ShouldBeLessThan(Waiting.Longest);
        }
    }

    private async Task<bool> IsGoodAsync(string key)
    {
        try
        {
            var shown = new Metadata { { "authorization", $"Bearer {key}" } };
            await _process.Admin.GetRuleSetAsync(new GetRuleSetRequest(), shown).ResponseAsync.InTime();
            return true;
        }
        catch (RpcException refused) when (refused.StatusCode == StatusCode.Unauthenticated)
        {
            return false;
        }
    }

    /// <summary>Starts another server with the same store.</summary>
    public async Task<SecondServer> SecondAsync()
    {
        var second = new SecondServer(_process.DataFolder);
        await second.StartAsync();
        return second;
    }

    public Task DisposeAsync()
    {
        return _process.DisposeAsync();
    }
}

/// <summary>A second server on the store of a first.</summary>
public sealed class SecondServer(string dataFolder) : IAsyncDisposable
{
    private readonly ServerProcess _process = new();

    /// <summary>Where its pages are.</summary>
    public string Address => $"http://{_process.WebEndpoint}";

    internal Task StartAsync()
    {
        _process.Options["VALIDATION__ANONYMOUSVALIDATE"] = "false";
        _process.Options["VALIDATION__DATAFOLDER"] = dataFolder;
        return _process.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
    }
}
