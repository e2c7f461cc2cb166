using System.Collections.Concurrent;
using System.Text;
using Google.Protobuf;
using Grpc.Core;
using Validation.V1;

namespace Validation.Client.Tests.Support;

/// <summary>A service that does what a test says, and remembers what it got.</summary>
internal sealed class FakeValidator : Validator.ValidatorBase
{
    // Three of 100 bytes.
    private static readonly byte[] BrokenMessage = [0, 0, 0, 0, 100, 1, 2, 3];

    /// <summary>Answers a whole draft. Default: accepts.</summary>
    public Func<ValidateRequest, CancellationToken, Task<ValidateReply>> Answer { get; set; } =
        (request, _) => Task.FromResult(Accept(request));

    /// <summary>Serves a stream. Null: puts drafts together and answers each when it is whole.</summary>
    public Func<IAsyncStreamReader<ValidateRequest>, IServerStreamWriter<ValidateReply>, CancellationToken, Task>? Stream { get; set; }

    /// <summary>Reads sentences. Default: each states as many applications as it has characters.</summary>
    public Func<ReadClaimsRequest, ReadClaimsReply> Claims { get; set; } = Count;

    /// <summary>Makes the copy of a draft. Default: the draft with a remark behind it. Null as the copy: the draft is refused.</summary>
    public Func<string, string?> Copy { get; set; } = draft => $"{draft}（批注）";

    /// <summary>How many of the next whole drafts are told to come again at once: the server is busy.</summary>
    public int Busy { get; set; }

    /// <summary>How many of the next whole drafts get the beginning of an answer, and no more.</summary>
    public int Breaks { get; set; }

    /// <summary>The authorization of each call; null: none.</summary>
    public ConcurrentQueue<string?> Keys { get; } = new();

    public ConcurrentQueue<ValidateRequest> Unary { get; } = new();

    public ConcurrentQueue<ValidateRequest> Chunks { get; } = new();

    public ConcurrentQueue<ReadClaimsRequest> Sentences { get; } = new();

    public static ValidateReply Accept(ValidateRequest request) => new()
    {
        Id = request.Id, FileName = request.FileName, Verdict = Verdict.Accept,
    };

    public override async Task<ValidateReply> Validate(ValidateRequest request, ServerCallContext context)
    {
        Keys.Enqueue(context.RequestHeaders.GetValue("authorization"));
        Unary.Enqueue(request);
        if (Busy-- > 0)
        {
            var trailers = new Metadata { { "grpc-retry-pushback-ms", "20" } };
            throw new RpcException(new Status(StatusCode.ResourceExhausted, string.Empty), trailers);
        }

        if (Breaks-- > 0)
        {
            await context.WriteResponseHeadersAsync([]);
            var response = context.GetHttpContext().Response;
            await response.BodyWriter.WriteAsync(BrokenMessage, context.CancellationToken);
            await response.CompleteAsync();
        }

        return await Answer(request, context.CancellationToken);
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

    public override async Task Annotate(
        IAsyncStreamReader<AnnotateRequest> requestStream, IServerStreamWriter<AnnotateReply> responseStream, ServerCallContext context)
    {
        var content = new List<byte>();
        while (await requestStream.MoveNext(context.CancellationToken))
        {
            content.AddRange(requestStream.Current.Content);
        }

        var copy = Copy(Encoding.UTF8.GetString([.. content]))
            ?? throw new RpcException(new Status(StatusCode.InvalidArgument, "只有 docx 文档可以写入批注。"));
        var bytes = ByteString.CopyFromUtf8(copy);
        var reply = new ValidateReply { Verdict = copy.Length > 0 ? Verdict.Reject : Verdict.NotDecided, ReasonText = "读不懂" };
        await responseStream.WriteAsync(new AnnotateReply { Reply = reply, Comments = 2, Length = bytes.Length });
        foreach (var part in bytes)
        {
            await responseStream.WriteAsync(new AnnotateReply { Content = ByteString.CopyFrom(part) });
        }
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
            if (!part.Continued && all[0].Use != DraftUse.Prior)
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
