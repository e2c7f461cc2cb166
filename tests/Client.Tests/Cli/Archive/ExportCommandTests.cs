using System.Security.Cryptography;
using Google.Protobuf;
using Grpc.Core;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Archive;

public sealed class ExportCommandTests : IAsyncLifetime, IDisposable
{
    private const string Table = "\uFEFF归档编号,机关\r\nr2222222,某某县民政局\r\n";

    private readonly TestFolder _folder = new();
    private readonly TestTerminal _terminal = new();
    private FakeServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await FakeServer.StartAsync();
        _server.Archive.Exported = Parts(Table, "归档年报.csv");
    }

    [Fact]
    public async Task Table_WithoutAFile_IsPrintedByteForByte()
    {
        (await RunAsync("--year", "2024", "--verdict", "reject", "--superior", "某某市人民政府", "--all")).ShouldBe(0);

        // Parts end within characters.
        _terminal.Output.ShouldBe(Table);
        _server.Archive.Requests.OfType<ExportRequest>().Single().ShouldBe(new ExportRequest
        {
            Format = ExportFormat.Csv,
            Filter = new FiledReportFilter
            {
                Year = 2024, Superior = "某某市人民政府", Verdicts = { Verdict.Reject }, IncludeSuperseded = true,
            },
        });
    }

    [Fact]
    public async Task File_ThatIsThere_IsOverwrittenOnlyByForce()
    {
        var file = _folder.Write("表.csv", "原来的");

        (await RunAsync("-o", file)).ShouldBe(3);
        (await File.ReadAllTextAsync(file)).ShouldBe("原来的");
        _terminal.Error.ShouldContain("已经存在");

        (await RunAsync("-o", file, "--force")).ShouldBe(0);
        (await File.ReadAllBytesAsync(file)).ShouldBe(System.Text.Encoding.UTF8.GetBytes(Table));
        _terminal.Output.ShouldContain("已导出到");
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 3)]
    public async Task Original_WithItsHash_IsWholeOrNotThere(bool whole, int code)
    {
        var parts = Parts("原件", "年报.txt");
        parts[0].Sha256 = whole
            ? Convert.ToHexStringLower(SHA256.HashData("原件"u8))
            : new string('0', 64);
        _server.Archive.Exported = parts;
        var file = _folder.File("原件.txt");

        (await RunAsync("r2222222", "--format", "original", "-o", file)).ShouldBe(code);

        File.Exists(file).ShouldBe(whole);
        Directory.GetFiles(_folder.Path).Length.ShouldBe(whole ? 1 : 0);
        _terminal.Error.Contains("SHA-256 不符", StringComparison.Ordinal).ShouldBe(!whole);
    }

    [Fact]
    public async Task Export_BrokenOff_LeavesNoFile()
    {
        _server.Archive.End = new Status(StatusCode.Unavailable, "规则库连不上。");

        (await RunAsync("-o", _folder.File("表.csv"))).ShouldBe(3);

        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
        _terminal.Error.ShouldContain("规则库连不上");
    }

    [Theory]
    [InlineData("--format original")]
    [InlineData("r2222222 --format original")]
    [InlineData("r2222222 --year 2024")]
    [InlineData("--format xlsx")]
    [InlineData("--verdict good")]
    public async Task Usage_Wrong_EndsWithThreeAndAsksNothing(string arguments)
    {
        (await RunAsync(arguments.Split(' '))).ShouldBe(3);

        _server.Archive.Requests.ShouldBeEmpty();
        _terminal.Error.ShouldNotBeEmpty();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    private static List<ExportChunk> Parts(string text, string name)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text).Chunk(5);
        return
        [
            new ExportChunk { FileName = name, MediaType = "text/csv; charset=utf-8" },
            .. bytes.Select(part => new ExportChunk { Content = ByteString.CopyFrom(part) }),
        ];
    }

    private Task<int> RunAsync(params string[] arguments) =>
        _terminal.RunAsync(["archive", "export", .. arguments, "--server", _server.Address.ToString()]);
}
