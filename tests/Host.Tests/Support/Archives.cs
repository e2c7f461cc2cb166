using Google.Protobuf;
using Validation.Tests.Support;
using Validation.V1;
using ArchiveClient = Validation.V1.Archive.ArchiveClient;

namespace Validation.Server.Tests.Support;

/// <summary>What those who file reports do.</summary>
internal static class Archives
{
    // Smaller than the documents of the tests, so that they come in several messages.
    private const int PartBytes = 10_000;

    public static ArchiveClient Archive(this RunningServer server)
    {
        return new ArchiveClient(server.Channel);
    }

    /// <summary>What is said with a report that is to be filed.</summary>
    public static Filing Slip(string organization = "", int year = 0, string author = "张三")
    {
        return new Filing { Organization = organization, Year = year, FileName = "年报.txt", Author = author, Reason = "定稿" };
    }

    public static Task<FileReportReply> FileAsync(this RunningServer server, string text, Filing? slip = null, string? key = null)
    {
        return server.FileAsync(ByteString.CopyFromUtf8(text), slip, key);
    }

    public static async Task<FileReportReply> FileAsync(this RunningServer server, ByteString content, Filing? slip, string? key = null)
    {
        using var call = server.Archive().File(Shown.Key(key));
        await call.RequestStream.WriteAsync(new FileReportRequest { Filing = slip ?? Slip() }).InTime();
        for (var start = 0; start < content.Length; start += PartBytes)
        {
            var part = content.Span.Slice(start, Math.Min(PartBytes, content.Length - start));
            await call.RequestStream.WriteAsync(new FileReportRequest { Content = ByteString.CopyFrom(part) }).InTime();
        }

        await call.RequestStream.CompleteAsync().InTime();
        return await call.ResponseAsync.InTime();
    }

    public static async Task<GetFiledReportReply> GetAsync(this RunningServer server, string id)
    {
        var request = new GetFiledReportRequest { Id = id, IncludeReport = true, IncludeFindings = true };
        return await server.Archive().GetAsync(request).ResponseAsync.InTime();
    }

    public static async Task<IReadOnlyList<FiledReport>> ListAsync(this RunningServer server, FiledReportFilter? filter = null)
    {
        return (await server.Archive().ListAsync(new ListFiledReportsRequest { Filter = filter }).ResponseAsync.InTime()).Reports;
    }

    public static async Task<byte[]> OriginalAsync(this RunningServer server, string id)
    {
        using var call = server.Archive().Export(new ExportRequest { Format = ExportFormat.Original, Id = id });
        using var file = new MemoryStream();
        while (await call.ResponseStream.MoveNext(CancellationToken.None).InTime())
        {
            call.ResponseStream.Current.Content.WriteTo(file);
        }

        return file.ToArray();
    }

    /// <summary>Takes over a list of bodies, one in each line: name, other names, name of the body above.</summary>
    public static async Task ImportBodiesAsync(this RunningServer server, params string[] lines)
    {
        var csv = $"名称,别名,上级\n{string.Join('\n', lines)}\n";
        await new BodyAdmin.BodyAdminClient(server.Channel)
            .ImportAsync(new ImportBodiesRequest { Csv = ByteString.CopyFromUtf8(csv) }).ResponseAsync.InTime();
    }
}
