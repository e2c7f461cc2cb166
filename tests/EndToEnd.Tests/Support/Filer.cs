using System.Globalization;
using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Net.Client;
using Validation.Tests.Support;
using Validation.V1;
using ArchiveClient = Validation.V1.Archive.ArchiveClient;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>Files reports at a server, and looks whether they are on file whole.</summary>
internal sealed class Filer(ServerProcess server) : IDisposable
{
    private readonly GrpcChannel _channel = GrpcChannel.ForAddress($"http://{server.GrpcEndpoint}");

    private ArchiveClient Client => new(_channel);

    /// <summary>A report of 2024; each number makes it another document.</summary>
    /// <param name="number">The number.</param>
    /// <param name="noise">Bytes that cannot be packed, which come with it where no reader looks.</param>
    public static ByteString Report(int number, int noise = 0)
    {
        var lines = File.ReadAllLines(Repository.PathOf("tests", "samples", "jiyuan-2024.txt")).Select(line => $"<p>{line}</p>");
        var comment = Convert.ToBase64String(RandomNumberGenerator.GetBytes(noise));
        return ByteString.CopyFromUtf8(string.Create(
            CultureInfo.InvariantCulture, $"<html><body>{string.Join('\n', lines)}</body><!-- {number} {comment} --></html>"));
    }

    public async Task<FiledReport> FileAsync(ByteString content, string name = "年报.html")
    {
        const int PartBytes = 1024 * 1024;
        using var call = Client.File();
        await call.RequestStream.WriteAsync(new FileReportRequest { Filing = new Filing { Author = "张三", FileName = name } }).InTime();
        for (var start = 0; start < content.Length; start += PartBytes)
        {
            var part = ByteString.CopyFrom(content.Span.Slice(start, Math.Min(PartBytes, content.Length - start)));
            await call.RequestStream.WriteAsync(new FileReportRequest { Content = part }).InTime();
        }

        await call.RequestStream.CompleteAsync().InTime();
        return (await call.ResponseAsync.InTime()).Report;
    }

    /// <summary>All reports on file, after a look at each: its original is there byte for byte, its report can be read, and of all versions
    /// one is current.</summary>
    public async Task<IReadOnlyList<FiledReport>> WholeReportsAsync()
    {
        var request = new ListFiledReportsRequest { Filter = new FiledReportFilter { IncludeSuperseded = true }, Limit = 1000 };
        var reports = (await Client.ListAsync(request).ResponseAsync.InTime()).Reports;
        foreach (var report in reports)
        {
            Convert.ToHexStringLower(SHA256.HashData(await OriginalAsync(report.Id))).ShouldBe(report.Sha256, report.Id);
            var got = await Client.GetAsync(new GetFiledReportRequest { Id = report.Id, IncludeReport = true, IncludeFindings = true })
                .ResponseAsync.InTime();
            (got.Content.Year, got.Content.Sections.Count).ShouldBe((2024, 6), report.Id);
            got.Findings.Count.ShouldBe(report.Errors + report.Warnings + report.Infos, report.Id);
        }

        reports.Skip(1).Select(report => report.SupersededBy).ShouldBe(reports.SkipLast(1).Select(report => report.Id));
        reports.Take(1).ShouldAllBe(report => report.SupersededBy.Length == 0);
        return reports;
    }

    public void Dispose() => _channel.Dispose();

    private async Task<byte[]> OriginalAsync(string id)
    {
        using var call = Client.Export(new ExportRequest { Format = ExportFormat.Original, Id = id });
        using var file = new MemoryStream();
        while (await call.ResponseStream.MoveNext(CancellationToken.None).InTime())
        {
            call.ResponseStream.Current.Content.WriteTo(file);
        }

        return file.ToArray();
    }
}
