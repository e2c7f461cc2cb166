using Google.Protobuf;
using Grpc.Net.Client;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Pages.Tests.Support;

/// <summary>A server with a list of bodies and some reports of theirs on file.</summary>
public sealed class FiledServer : IAsyncLifetime
{
    /// <summary>The body above the others.</summary>
    public const string Superior = "某某市人民政府";

    /// <summary>The body with two versions of a report with errors.</summary>
    public const string First = "甲区人民政府";

    /// <summary>The body with one report.</summary>
    public const string Second = "乙县人民政府";

    /// <summary>A body without a report, whose name spreadsheets would take for a formula.</summary>
    public const string Odd = "=1+1局";

    private const int Departments = 120;

    private readonly ServerProcess _process = new();

    /// <summary>Where its pages are.</summary>
    public string Address => $"http://{_process.WebEndpoint}";

    /// <summary>The report of <see cref="First"/> that is in force.</summary>
    public FileReportReply Current { get; private set; } = new();

    public async Task InitializeAsync()
    {
        await _process.InitializeAsync();
        using var channel = GrpcChannel.ForAddress($"http://{_process.GrpcEndpoint}");
        var departments = Enumerable.Range(1, Departments).Select(number => $"某某市第{number}局,,{Superior}");
        var list = string.Join('\n', departments.Append($"{First},,{Superior}").Append($"{Second},,{Superior}").Append($"{Odd},,"));
        var request = new ImportBodiesRequest { Csv = ByteString.CopyFromUtf8($"名称,别名,上级\n{list}\n") };
        await new BodyAdmin.BodyAdminClient(channel).ImportAsync(request).ResponseAsync.InTime();
        var archive = new Archive.ArchiveClient(channel);
        await FileAsync(archive, First, 2024, "xingtai-2024.txt", "初稿");
        Current = await FileAsync(archive, First, 2024, "qinhuangdao-2024.txt", "更正");
        await FileAsync(archive, Second, 2024, "jiyuan-2024.txt", "定稿");
        await FileAsync(archive, Second, 2023, "xushui-2024.txt", "定稿");
        await FileAsync(archive, "外地办事处", 2024, "xingtai-gaoxinqu-2024.txt", "定稿");
    }

    public Task DisposeAsync()
    {
        return _process.DisposeAsync();
    }

    /// <summary>Files one of the sample reports as that of a body and year.</summary>
    internal static async Task<FileReportReply> FileAsync(
        Archive.ArchiveClient archive, string organization, int year, string sample, string reason)
    {
        var content = await File.ReadAllBytesAsync(Path.Combine(SourceTree.Root, "tests", "samples", sample));
        using var call = archive.File();
        var filing = new Filing { Organization = organization, Year = year, FileName = sample, Author = "张三", Reason = reason };
        await call.RequestStream.WriteAsync(new FileReportRequest { Filing = filing }).InTime();
        await call.RequestStream.WriteAsync(new FileReportRequest { Content = ByteString.CopyFrom(content) }).InTime();
        await call.RequestStream.CompleteAsync().InTime();
        return await call.ResponseAsync.InTime();
    }
}
