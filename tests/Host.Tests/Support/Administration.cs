using Grpc.Core;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Support;

/// <summary>What an administrator does.</summary>
internal static class Administration
{
    public static PublishRequest Request(RuleOverlay candidate, string expected)
    {
        return new PublishRequest
        {
            Candidate = candidate, ExpectedVersion = expected, Author = "张三", Reason = "测试", Empty = candidate.Files.Count == 0,
        };
    }

    /// <summary>Publishes, from the version in force.</summary>
    public static async Task<PublishReply> PublishAsync(this RunningServer server, params string[] rules)
    {
        var expected = (await server.StatusAsync()).Version;
        return await server.Admin.PublishAsync(Request(TestRules.Overlay(rules), expected)).ResponseAsync.InTime();
    }

    public static async Task<PublishReply> RollbackAsync(this RunningServer server, string version)
    {
        var request = new RollbackRequest
        {
            Version = version, ExpectedVersion = (await server.StatusAsync()).Version, Author = "李四", Reason = "撤回",
        };
        return await server.Admin.RollbackAsync(request).ResponseAsync.InTime();
    }

    public static Task<RuleStatus> StatusAsync(this RunningServer server)
    {
        return server.Admin.GetStatusAsync(new GetStatusRequest()).ResponseAsync.InTime();
    }

    public static Task<HistoryReply> HistoryAsync(this RunningServer server)
    {
        return server.Admin.HistoryAsync(new HistoryRequest()).ResponseAsync.InTime();
    }

    /// <summary>Waits until a server works with a version.</summary>
    public static async Task ReachesAsync(this RunningServer server, string version)
    {
        await UntilAsync(async () => (await server.StatusAsync()).Version == version).InTime();
    }

    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }

    public static Task<ValidateReply> CheckAsync(this RunningServer server, string text)
    {
        return server.Client.ValidateAsync(Drafts.Request("a", text)).ResponseAsync.InTime();
    }

    /// <summary>What must not change when the same rules check the same document: all but how long it took.</summary>
    public static ValidateReply Timeless(this ValidateReply reply)
    {
        var copy = reply.Clone();
        copy.Provenance.Duration = null;
        return copy;
    }

    /// <summary>The status that a call ends with.</summary>
    public static async Task<Status> RefusedAsync<T>(AsyncUnaryCall<T> call)
    {
        return (await Should.ThrowAsync<RpcException>(call.ResponseAsync.InTime())).Status;
    }
}
