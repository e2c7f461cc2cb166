using System.Collections.Concurrent;
using System.Text.Json;
using Google.Protobuf;
using Grpc.Core;
using Validation.V1;

namespace Validation.Client.Tests.Support;

/// <summary>A service for rules that does what a test says, and remembers what it got.</summary>
internal sealed class FakeRuleAdmin : RuleAdmin.RuleAdminBase
{
    /// <summary>What was asked, in order.</summary>
    public ConcurrentQueue<IMessage> Requests { get; } = new();

    /// <summary>The authorization of each call; null: none.</summary>
    public ConcurrentQueue<string?> Keys { get; } = new();

    /// <summary>What each call fails with; null: it does not.</summary>
    public Status? Fails { get; set; }

    /// <summary>What publishing and rolling back fail with; null: they do not.</summary>
    public Status? RefusesChanges { get; set; }

    public RuleSetContent Content { get; set; } = RuleFixtures.Content();

    public LintReply Linted { get; set; } = new() { Rules = 117 };

    public TestReply Tested { get; set; } = new() { Passed = 230 };

    public DiffReply Compared { get; set; } = RuleFixtures.Diff();

    public PublishReply Published { get; set; } = RuleFixtures.Published();

    public HistoryReply Told { get; set; } = RuleFixtures.History();

    public ExplainReply Explained { get; set; } = RuleFixtures.Explanation();

    public RuleStatus Current { get; set; } = RuleFixtures.Status();

    /// <summary>Answers a draft of a trial.</summary>
    public Func<ValidateRequest, TryReply> Tried { get; set; } = RuleFixtures.Unchanged;

    /// <summary>What is wrong with each candidate of a trial.</summary>
    public IReadOnlyList<RuleProblem> Problems { get; set; } = [];

    /// <summary>Evaluates expressions. Default: each is a string, unless it says "!": then that is the error.</summary>
    public Func<EvaluateRequest, EvaluateReply> Evaluated { get; set; } = request => new EvaluateReply
    {
        Values = { request.Expressions.Select(Value) },
    };

    /// <summary>Serves a watcher.</summary>
    public Func<WatchRequest, IServerStreamWriter<WatchReply>, CancellationToken, Task> Watched { get; set; } =
        (_, _, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);

    public T Last<T>() => Requests.OfType<T>().Last();

    public override Task<RuleSetContent> GetRuleSet(GetRuleSetRequest request, ServerCallContext context) =>
        Answer(request, context, Content);

    public override Task<LintReply> Lint(LintRequest request, ServerCallContext context) => Answer(request, context, Linted);

    public override Task<TestReply> Test(TestRequest request, ServerCallContext context) => Answer(request, context, Tested);

    public override Task<DiffReply> Diff(DiffRequest request, ServerCallContext context) => Answer(request, context, Compared);

    public override Task<PublishReply> Publish(PublishRequest request, ServerCallContext context) => Change(request, context);

    public override Task<PublishReply> Rollback(RollbackRequest request, ServerCallContext context) => Change(request, context);

    public override Task<HistoryReply> History(HistoryRequest request, ServerCallContext context) => Answer(request, context, Told);

    public override Task<ExplainReply> Explain(ExplainRequest request, ServerCallContext context) => Answer(request, context, Explained);

    public override Task<EvaluateReply> Evaluate(EvaluateRequest request, ServerCallContext context)
    {
        Note(request, context);
        return Task.FromResult(Evaluated(request));
    }

    public override Task<RuleStatus> GetStatus(GetStatusRequest request, ServerCallContext context) => Answer(request, context, Current);

    public override async Task Try(
        IAsyncStreamReader<TryRequest> requestStream, IServerStreamWriter<TryReply> responseStream, ServerCallContext context)
    {
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            Note(requestStream.Current, context);
            if (Problems.Count > 0)
            {
                await responseStream.WriteAsync(new TryReply { Problems = { Problems } });
                return;
            }

            if (requestStream.Current.Draft is { } draft)
            {
                var reply = Tried(draft);
                (reply.Id, reply.FileName) = (draft.Id, draft.FileName);
                await responseStream.WriteAsync(reply);
            }
        }
    }

    public override Task Watch(WatchRequest request, IServerStreamWriter<WatchReply> responseStream, ServerCallContext context)
    {
        Note(request, context);
        return Watched(request, responseStream, context.CancellationToken);
    }

    private static ExpressionValue Value(string expression)
    {
        var bang = expression.IndexOf('!', StringComparison.Ordinal);
        return bang < 0
            ? new ExpressionValue { Json = JsonSerializer.Serialize(expression), Type = "string" }
            : new ExpressionValue { Error = expression[(bang + 1)..] };
    }

    private Task<PublishReply> Change(IMessage request, ServerCallContext context)
    {
        Note(request, context);
        return RefusesChanges is { } status ? throw new RpcException(status) : Task.FromResult(Published);
    }

    private Task<T> Answer<T>(IMessage request, ServerCallContext context, T reply)
    {
        Note(request, context);
        return Task.FromResult(reply);
    }

    private void Note(IMessage request, ServerCallContext context)
    {
        Requests.Enqueue(request);
        Keys.Enqueue(context.RequestHeaders.GetValue("authorization"));
        if (Fails is { } status)
        {
            throw new RpcException(status);
        }
    }
}
