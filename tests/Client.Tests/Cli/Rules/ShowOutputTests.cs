using Validation.Client.Connection;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Rules;

/// <summary>`validate rules show --output`.</summary>
public sealed class ShowOutputTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestTerminal _terminal = new();
    private FakeServer _server = null!;

    public async Task InitializeAsync() => _server = await FakeServer.StartAsync();

    [Fact]
    public async Task Overlay_Written_ComesBackAsItWas()
    {
        (await ShowAsync("规则")).ShouldBe(0);

        var read = await RuleFolder.ReadAsync(_folder.File("规则"), CancellationToken.None);
        read.Overlay!.Files.ShouldBe(_server.Rules.Content.Overlay.Files, ignoreOrder: true);
        File.ReadAllBytes(_folder.File("规则/本市/总数.yaml"))[0].ShouldNotBe((byte)0xEF);
        _terminal.Output.ShouldContain("已写出 2026.1+3 的本地规则 2 个文件；");
    }

    [Fact]
    public async Task National_Written_StandsApart()
    {
        (await ShowAsync("规则", "--national")).ShouldBe(0);

        File.Exists(_folder.File("规则/national/表三.yaml")).ShouldBeTrue();
        File.Exists(_folder.File("规则/overlay/调整.yaml")).ShouldBeTrue();
        _terminal.Output.ShouldContain("全国规则 1 个文件（只供参考）");
    }

    [Fact]
    public async Task Overlay_Empty_SaysWhereToWrite()
    {
        _server.Rules.Content.Overlay = new RuleOverlay();

        (await ShowAsync("规则")).ShouldBe(0);

        Directory.Exists(_folder.File("规则")).ShouldBeTrue();
        _terminal.Output.ShouldStartWith("2026.1+3 没有本地规则；");
    }

    [Fact]
    public async Task Folder_WithContent_IsLeftAlone()
    {
        _folder.Write("规则/调整.yaml", "我的修改");

        (await ShowAsync("规则")).ShouldBe(3);

        File.ReadAllText(_folder.File("规则/调整.yaml")).ShouldBe("我的修改");
        _terminal.Error.ShouldContain("已有内容");
    }

    [Theory]
    [InlineData("../外.yaml")]
    [InlineData("/tmp/外.yaml")]
    [InlineData("a//b.yaml")]
    [InlineData("a\\..\\..\\外.yaml")]
    [InlineData("C:外.yaml")]
    [InlineData("")]
    public async Task Path_ThatLeadsOut_IsNotWritten(string path)
    {
        _server.Rules.Content.Overlay.Files.Add(RuleFixtures.File(path, "x"));

        (await ShowAsync("规则")).ShouldBe(3);

        Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        _terminal.Error.ShouldContain("不对，没有写");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    private Task<int> ShowAsync(string folder, params string[] more) =>
        _terminal.RunAsync(["rules", "show", "--output", _folder.File(folder), "--server", _server.Address.ToString(), .. more]);
}
