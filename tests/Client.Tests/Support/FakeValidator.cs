using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Validation.V1;

namespace Validation.Client.Tests.Support;

/// <summary>A service that does what a test says, and remembers what it got.</summary>
internal sealed class FakeValidator : Validator.ValidatorBase
{
    /// <summary>Answers a whole draft. Default: accepts.</summary>
    public Func<ValidateRequest, CancellationToken, Task<ValidateReply>> Answer { get; set; } =
        (request, _) => Task.FromResult(Accept(request));

    /// <summary>Serves a stream. Null: puts drafts together and answers each when it is whole.</summary>
    public Func<IAsyncStreamReader<ValidateRequest>, IServerStreamWriter<ValidateReply>, CancellationToken, Task>? Stream { get; set; }

    /// <summary>Reads sentences. Default: each states as many applications as it has characters.</summary>
    public Func<ReadClaimsRequest, ReadClaimsReply> Claims { get; set; } = Count;

    /// <summary>How many of the next whole drafts are told to come again at once: the server is busy.</summary>
    public int Busy { get; set; }

    /// <summary>The authorization of each call; null: none.</summary>
    public ConcurrentQueue<string?> Keys { get; } = new();

    public ConcurrentQueue<ValidateRequest> Unary { get; } = new();

    public ConcurrentQueue<ValidateRequest> Chunks { get; } = new();

    public ConcurrentQueue<ReadClaimsRequest> Sentences { get; } = new();

    public static ValidateReply Accept(ValidateRequest request) => new()
    {
        Id = request.Id, FileName = request.FileName, Verdict = Verdict.Accept,
    };

    public override Task<ValidateReply> Validate(ValidateRequest request, ServerCallContext context)
    {
        Keys.Enqueue(context.RequestHeaders.GetValue("authorization"));
        Unary.Enqueue(request);
        if (Busy-- > 0)
        {
            var trailers = new Metadata { { "grpc-retry-pushback-ms", "20" } };
            throw new RpcException(new Status(StatusCode.ResourceExhausted, string.Empty), trailers);
        }

        return Answer(request, context.CancellationToken);
    }

    public override Task ValidateStream(
        IAsyncStreamReader<ValidateRequest> requestStream, IServerStreamWriter<ValidateReply> responseStream, ServerCallContext context)
    {
        Keys.Enqueue(context.RequestHeaders.GetValue("authorization"));
        return (Stream ?? AssembleAsync)(requestStream, responseStream, context.CancellationToken);
    }

    public override Task<ReadClaimsReply> ReadClaims(ReadClaimsRequest request, ServerCallContext context)
    {
        Sentences.Enqueue(request);
        return Task.FromResult(Claims(request));
    }

    private static ReadClaimsReply Count(ReadClaimsRequest request)
    {
        var reply = new ReadClaimsReply();
        foreach (var sentence in request.Sentences)
        {
            var claim = new Claim { Kind = Claim.Types.Kind.Accepted, Value = sentence.Length, Text = sentence };
            reply.Sentences.Add(new SentenceClaims { Claims = { sentence.Length == 0 ? [] : [claim] } });
        }

        return reply;
    }

    private async Task AssembleAsync(
        IAsyncStreamReader<ValidateRequest> requests, IServerStreamWriter<ValidateReply> replies, CancellationToken cancellationToken)
    {
        using var writing = new SemaphoreSlim(1);
        var parts = new Dictionary<string, List<ValidateRequest>>(StringComparer.Ordinal);
        var answers = new List<Task>();
        while (await requests.MoveNext(cancellationToken))
        {
            var part = requests.Current;
            Chunks.Enqueue(part);
            if (!parts.TryGetValue(part.Id, out var all))
            {
                parts[part.Id] = all = [];
            }

            all.Add(part);
            if (!part.Continued)
            {
                answers.Add(AnswerAsync(Join(all)));
            }
        }

        await Task.WhenAll(answers);

        async Task AnswerAsync(ValidateRequest request)
        {
            var reply = await Answer(request, cancellationToken);
            await writing.WaitAsync(cancellationToken);
            await replies.WriteAsync(reply, cancellationToken);
            writing.Release();
        }
    }

    private static ValidateRequest Join(List<ValidateRequest> parts) => new(parts[0])
    {
        Content = ByteString.CopyFrom([.. parts.SelectMany(part => part.Content)]),
    };
}
