using Grpc.Core;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>What an administrator does with a server.</summary>
internal static class Administrator
{
    public static Task<PublishReply> PublishAsync(this ServerProcess server, string expected, params string[] rules)
    {
        var request = new PublishRequest
        {
            Candidate = TestRules.Overlay(rules), ExpectedVersion = expected, Author = "张三", Reason = "测试",
        };
        return server.Admin.PublishAsync(request).ResponseAsync.InTime();
    }

    public static Task<RuleStatus> StatusAsync(this ServerProcess server)
    {
        return server.Admin.GetStatusAsync(new GetStatusRequest()).ResponseAsync.InTime();
    }

    public static Task<RuleSetContent> RuleSetAsync(this ServerProcess server, string version = "")
    {
        return server.Admin.GetRuleSetAsync(new GetRuleSetRequest { Version = version }).ResponseAsync.InTime();
    }

    /// <summary>The answer on a report of 2024, without how long it took.</summary>
    public static async Task<ValidateReply> CheckAsync(this ServerProcess server)
    {
        var request = FindingLines.Request(Repository.PathOf("tests", "samples", "jiyuan-2024.txt"));
        var reply = await server.Client.ValidateAsync(request).ResponseAsync.InTime();
        reply.Provenance.Duration = null;
        return reply;
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        while (!await holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>The next message of a watch. Null: the call has ended, as calls end when a server goes.</summary>
    public static async Task<WatchReply?> NextAsync(this AsyncServerStreamingCall<WatchReply> watch)
    {
        try
        {
            return await watch.ResponseStream.MoveNext(CancellationToken.None).InTime() ? watch.ResponseStream.Current : null;
        }
        catch (RpcException end)
        {
            end.StatusCode.ShouldBe(StatusCode.Unavailable, end.Status.ToString());
            return null;
        }
    }
}
