using Google.Protobuf;
using Grpc.Core;
using Validation.Client.Drafts;
using Validation.V1;

namespace Validation.Client.Connection;

/// <summary>The final reports that a server has on file. Part of a <see cref="RuleConnection"/>, and lives as long. Thread-safe. Failures
/// are outcomes, never exceptions; only a cancelled token throws.</summary>
public sealed class ArchiveConnection
{
    private const int ChunkBytes = 512 << 10;

    private readonly Archive.ArchiveClient _client;
    private readonly RuleConnection _connection;

    internal ArchiveConnection(RuleConnection connection, ChannelBase channel)
    {
        _connection = connection;
        _client = new Archive.ArchiveClient(channel);
    }

    /// <summary>Files a final report. When there is a reply, it is on the server's disk.</summary>
    /// <param name="report">The report's file. It is read whole before anything is sent.</param>
    /// <param name="filing">What it is and who files it; its file name is that of the file.</param>
    /// <param name="cancellationToken">Gives up; it is then not known whether the report was filed.</param>
    /// <returns>The reply; or why there is none, also when the file cannot be read.</returns>
    public async Task<RuleOutcome<FileReportReply>> FileAsync(Draft report, Filing filing, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        var content = await report.ReadAsync(cancellationToken);
        if (content.Failure is { } unreadable)
        {
            return new RuleOutcome<FileReportReply>(new RuleCallFailure(RuleFailureKind.FileUnreadable, unreadable.Message));
        }

        var named = new Filing(filing) { FileName = report.Name };
        return await _connection.AdministerAsync(call => SendAsync(_client.File(call), named, content.Bytes, call), cancellationToken);
    }

    /// <summary>One report on file, by its id, or the current one of a body and year.</summary>
    public Task<RuleOutcome<GetFiledReportReply>> GetAsync(GetFiledReportRequest request, CancellationToken cancellationToken) =>
        _connection.AdministerAsync(call => _client.GetAsync(request, call), cancellationToken);

    /// <summary>The reports on file, the one filed last first; a page of them.</summary>
    public Task<RuleOutcome<ListFiledReportsReply>> ListAsync(ListFiledReportsRequest request, CancellationToken cancellationToken) =>
        _connection.AdministerAsync(call => _client.ListAsync(request, call), cancellationToken);

    /// <summary>Removes a report from the archive.</summary>
    public Task<RuleOutcome<RemoveFiledReportReply>> RemoveAsync(RemoveFiledReportRequest request, CancellationToken cancellationToken) =>
        _connection.AdministerAsync(call => _client.RemoveAsync(request, call), cancellationToken);

    /// <summary>Where the reports of a year stand.</summary>
    public Task<RuleOutcome<OverviewReply>> OverviewAsync(OverviewRequest request, CancellationToken cancellationToken) =>
        _connection.AdministerAsync(call => _client.OverviewAsync(request, call), cancellationToken);

    /// <summary>How much is on file, and how far a new engine has come with reading it again.</summary>
    public Task<RuleOutcome<ArchiveStatus>> GetStatusAsync(CancellationToken cancellationToken) =>
        _connection.AdministerAsync(call => _client.GetStatusAsync(new GetArchiveStatusRequest(), call), cancellationToken);

    /// <summary>Fetches the original of one report, or a table of many. It may take as long as parts keep coming.</summary>
    /// <param name="request">What to export.</param>
    /// <param name="write">Takes the bytes, part by part.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The file's name, kind and hash, without bytes; or why it is not whole.</returns>
    public async Task<RuleOutcome<ExportChunk>> ExportAsync(
        ExportRequest request, Func<ReadOnlyMemory<byte>, Task> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        var export = new ReceivedExport();
        var parts = _connection.Messages(call => _client.Export(request, call), cancellationToken);
        await foreach (var part in parts)
        {
            if (!part.TryGet(out var chunk, out var failure))
            {
                return new RuleOutcome<ExportChunk>(failure);
            }

            export.Add(chunk);
            await write(chunk.Content.Memory);
        }

        return export.End();
    }

    /// <summary>What a candidate would find on the reports on file. It may take as long as the server tells of its progress.</summary>
    /// <param name="request">The candidate, and which reports.</param>
    /// <param name="cancellationToken">Gives up, on the server too.</param>
    /// <returns>The progress; the last reply has the summary, or the candidate's problems. A failure ends it.</returns>
    public IAsyncEnumerable<RuleOutcome<TryRulesReply>> TryRulesAsync(TryRulesRequest request, CancellationToken cancellationToken) =>
        _connection.Messages(call => _client.TryRules(request, call), cancellationToken);

    private static async Task<FileReportReply> SendAsync(
        AsyncClientStreamingCall<FileReportRequest, FileReportReply> call, Filing filing, ReadOnlyMemory<byte> content, CallOptions options)
    {
        using var running = call;
        try
        {
            await running.RequestStream.WriteAsync(new FileReportRequest { Filing = filing }, options.CancellationToken);
            for (var sent = 0; sent < content.Length; sent += ChunkBytes)
            {
                var chunk = content.Slice(sent, Math.Min(ChunkBytes, content.Length - sent));
                await running.RequestStream.WriteAsync(
                    new FileReportRequest { Content = UnsafeByteOperations.UnsafeWrap(chunk) }, options.CancellationToken);
            }

            await running.RequestStream.CompleteAsync();
        }
        catch (Exception early) when (early is RpcException or InvalidOperationException)
        {
            // The server has refused already; the reply says why.
        }

        return await running.ResponseAsync;
    }
}
