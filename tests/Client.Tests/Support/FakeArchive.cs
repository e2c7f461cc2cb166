using System.Collections.Concurrent;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Validation.V1;

namespace Validation.Client.Tests.Support;

/// <summary>An archive that does what a test says, and remembers what it got.</summary>
internal sealed class FakeArchive : Archive.ArchiveBase
{
    /// <summary>What was asked, in order; of a filing what is filed.</summary>
    public ConcurrentQueue<IMessage> Requests { get; } = new();

    /// <summary>Answers a filing, given what is filed and its bytes.</summary>
    public Func<Filing, byte[], FileReportReply> Filed { get; set; } = (filing, _) => new FileReportReply
    {
        Report = Report("r2222222", filing.Organization, filing.Year),
    };

    /// <summary>What is on file under any id. Null: nothing is.</summary>
    public FiledReport? OnFile { get; set; } = Report("r2222222", "某某县民政局", 2024);

    /// <summary>The parts of an export.</summary>
    public IReadOnlyList<ExportChunk> Exported { get; set; } = [];

    /// <summary>The status with which a stream ends.</summary>
    public Status End { get; set; } = Status.DefaultSuccess;

    /// <summary>The replies of a trial.</summary>
    public IReadOnlyList<TryRulesReply> Tried { get; set; } = [];

    public OverviewReply Overall { get; set; } = new();

    public ArchiveStatus? State { get; set; }

    public static FiledReport Report(string id, string organization, int year) => new()
    {
        Id = id,
        Organization = organization,
        Year = year,
        NamedOrganization = organization,
        NamedYear = year,
        FileName = "年报.docx",
        Size = 12_345,
        Sha256 = new string('a', 64),
        DocumentFormat = "docx",
        Verdict = Verdict.Reject,
        Errors = 2,
        Infos = 1,
        RuleSetVersion = "2026.1+3",
        EngineVersion = "0.3.0",
        Author = "张三",
        Principal = "政务公开办（k7m2q4xa）",
        FilingReason = "定稿",
        FiledAt = Timestamp.FromDateTime(new DateTime(2026, 3, 1, 1, 2, 3, DateTimeKind.Utc)),
    };

    public override async Task<FileReportReply> File(IAsyncStreamReader<FileReportRequest> requestStream, ServerCallContext context)
    {
        Filing? filing = null;
        using var content = new MemoryStream();
        await foreach (var part in requestStream.ReadAllAsync(context.CancellationToken))
        {
            filing ??= part.Filing;
            part.Content.WriteTo(content);
        }

        Requests.Enqueue(filing!);
        return Filed(filing!, content.ToArray());
    }

    public override Task<GetFiledReportReply> Get(GetFiledReportRequest request, ServerCallContext context)
    {
        Requests.Enqueue(request);
        return Task.FromResult(new GetFiledReportReply { Report = OnFile ?? throw NotFound(request.Id) });
    }

    public override Task<ListFiledReportsReply> List(ListFiledReportsRequest request, ServerCallContext context)
    {
        Requests.Enqueue(request);
        return Task.FromResult(new ListFiledReportsReply { Reports = { OnFile is null ? [] : [OnFile] }, NextPageToken = "r17" });
    }

    public override Task<RemoveFiledReportReply> Remove(RemoveFiledReportRequest request, ServerCallContext context)
    {
        Requests.Enqueue(request);
        return Task.FromResult(new RemoveFiledReportReply { Report = OnFile ?? throw NotFound(request.Id) });
    }

    public override Task<OverviewReply> Overview(OverviewRequest request, ServerCallContext context)
    {
        Requests.Enqueue(request);
        return Task.FromResult(Overall);
    }

    public override async Task Export(ExportRequest request, IServerStreamWriter<ExportChunk> responseStream, ServerCallContext context)
    {
        Requests.Enqueue(request);
        foreach (var part in Exported)
        {
            await responseStream.WriteAsync(part);
        }

        context.Status = End;
    }

    public override async Task TryRules(
        TryRulesRequest request, IServerStreamWriter<TryRulesReply> responseStream, ServerCallContext context)
    {
        Requests.Enqueue(request);
        foreach (var reply in Tried)
        {
            await responseStream.WriteAsync(reply);
        }

        context.Status = End;
    }

    public override Task<ArchiveStatus> GetStatus(GetArchiveStatusRequest request, ServerCallContext context) =>
        Task.FromResult(State ?? throw new RpcException(new Status(StatusCode.PermissionDenied, "没有权限。")));

    private static RpcException NotFound(string id) => new(new Status(StatusCode.NotFound, $"没有编号为 {id} 的归档报告。"));
}
