using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Cli.Commands;

/// <summary>`validate check --annotate`: the copy goes where it should, and never over a draft.</summary>
public sealed class AnnotateOptionTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestTerminal _terminal = new() { Input = "草稿" };
    private FakeServer _server = null!;

    public async Task InitializeAsync() => _server = await FakeServer.StartAsync();

    [Fact]
    public async Task Annotate_OneDraft_WritesTheFile()
    {
        var draft = _folder.Write("年报.docx", "草稿");

        (await RunAsync(draft, "--annotate", _folder.File("新/副本.docx"))).ShouldBe(0);

        File.ReadAllText(_folder.File("新/副本.docx")).ShouldBe("草稿（批注）");
        File.ReadAllText(draft).ShouldBe("草稿");
        _terminal.Error.ShouldContain($"批注 2 条：{_folder.File("新/副本.docx")}");
        _terminal.Output.ShouldNotContain("批注");
    }

    [Fact]
    public async Task Annotate_SeveralDrafts_FillAFolderWithNamesOfTheirOwn()
    {
        var one = _folder.Write("a/年报.docx", "甲");
        var other = _folder.Write("b/年报.docx", "乙");

        (await RunAsync(one, other, "--annotate", _folder.File("副本"))).ShouldBe(0);

        File.ReadAllText(_folder.File("副本/年报（批注）.docx")).ShouldBe("甲（批注）");
        File.ReadAllText(_folder.File("副本/年报-2（批注）.docx")).ShouldBe("乙（批注）");
    }

    [Fact]
    public async Task Annotate_FolderOfDrafts_CopiesInItAreNoDrafts()
    {
        _folder.Write("年报.docx", "甲");

        (await RunAsync(_folder.Path, "--annotate", _folder.Path)).ShouldBe(0);
        (await RunAsync(_folder.Path, "--annotate", _folder.Path, "--force")).ShouldBe(0);

        Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["年报.docx", "年报（批注）.docx"]);
    }

    [Fact]
    public async Task Annotate_FileThatIsThere_NeedsForce()
    {
        var (draft, copy) = (_folder.Write("年报.docx", "草稿"), _folder.Write("副本.docx", "旧"));

        (await RunAsync(draft, "--annotate", copy)).ShouldBe(3);
        File.ReadAllText(copy).ShouldBe("旧");
        _terminal.Error.ShouldContain("--force");
        _terminal.Output.ShouldBeEmpty();

        (await RunAsync(draft, "--annotate", copy, "--force")).ShouldBe(0);
        File.ReadAllText(copy).ShouldBe("草稿（批注）");
    }

    [Theory]
    [InlineData("年报.docx")]
    [InlineData("x/../年报.docx")]
    [InlineData("链接.docx")]
    [InlineData("文件夹/年报.docx")]
    public async Task Annotate_TheDraftItself_IsNeverWritten(string copy)
    {
        var draft = _folder.Write("年报.docx", "草稿");
        Directory.CreateDirectory(_folder.File("x"));
        File.CreateSymbolicLink(_folder.File("链接.docx"), draft);
        Directory.CreateSymbolicLink(_folder.File("文件夹"), _folder.Path);

        (await RunAsync(draft, "--annotate", _folder.File(copy), "--force")).ShouldNotBe(0);

        File.ReadAllText(draft).ShouldBe("草稿");
        _terminal.Error.ShouldContain("草稿本身");
    }

    [Fact]
    public async Task Annotate_DraftThatHasNone_IsSaidAndCountsAsNotDecided()
    {
        _server.Validator.Copy = _ => null;

        (await RunAsync(_folder.Write("年报.txt", "草稿"), "--annotate", _folder.File("副本.docx"))).ShouldBe(2);

        File.Exists(_folder.File("副本.docx")).ShouldBeFalse();
        _terminal.Error.ShouldContain("只有 docx");
    }

    [Fact]
    public async Task Annotate_FileForSeveralDrafts_IsWrongUsage()
    {
        var (one, other) = (_folder.Write("a.docx", "甲"), _folder.Write("b.docx", "乙"));

        (await RunAsync(one, other, "--annotate", _folder.Write("副本.docx", "旧"))).ShouldBe(3);

        _terminal.Error.ShouldContain("文件夹");
    }

    [Fact]
    public async Task Force_Alone_IsWrongUsage() => (await RunAsync(_folder.Write("a.docx", "甲"), "--force")).ShouldBe(3);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _terminal.Dispose();
        _folder.Dispose();
    }

    private Task<int> RunAsync(params string[] arguments) =>
        _terminal.RunAsync(["check", "--server", _server.Address.ToString(), .. arguments]);
}
