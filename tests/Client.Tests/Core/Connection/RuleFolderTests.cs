using System.Globalization;
using System.Text;
using Validation.Client.Connection;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core;

public sealed class RuleFolderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [Fact]
    public async Task Files_InFolders_AreSortedByTheirPaths()
    {
        foreach (var name in new[] { "b.yaml", "a/z.YML", "a.yaml", "甲/乙/丙.yaml" })
        {
            _folder.Write(name, name);
        }

        var files = (await ReadAsync()).Overlay!.Files;

        files.Select(file => file.Path).ShouldBe(["a.yaml", "a/z.YML", "b.yaml", "甲/乙/丙.yaml"]);
        files.ShouldAllBe(file => file.Text == file.Path);
    }

    [Theory]
    [InlineData("读我.md")]
    [InlineData("a.yaml.bak")]
    [InlineData(".a.yaml")]
    [InlineData(".git/a.yaml")]
    [InlineData("b/.hidden/a.yml")]
    public async Task Files_OfOtherKinds_AreLeftOut(string name)
    {
        _folder.Write("规则.yaml", "x");
        _folder.Write(name, "y");

        (await ReadAsync()).Overlay!.Files.ShouldHaveSingleItem().Path.ShouldBe("规则.yaml");
    }

    [Fact]
    public async Task Text_WithAMark_IsReadWithoutIt()
    {
        File.WriteAllText(_folder.File("a.yaml"), "规则: []\r\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        (await ReadAsync()).Overlay!.Files[0].Text.ShouldBe("规则: []\r\n");
    }

    [Fact]
    public async Task Text_InGb18030_IsRefused()
    {
        File.WriteAllBytes(_folder.File("a.yaml"), [0xB9, 0xE6, 0xD4, 0xF2]);

        var content = await ReadAsync();

        content.Overlay.ShouldBeNull();
        content.Problem.ShouldBe($"规则文件“{_folder.File("a.yaml")}”不是 UTF-8 编码（可能是 GB18030），请用编辑器另存为 UTF-8 后再试。");
    }

    [Fact]
    public async Task Folder_WithoutRules_IsRefused()
    {
        _folder.Write("读我.md", "x");

        (await ReadAsync()).Problem.ShouldBe($"文件夹“{_folder.Path}”和它的子文件夹里没有规则文件（*.yaml、*.yml）。");
    }

    [Fact]
    public async Task Folder_ThatIsMissing_IsRefused()
    {
        (await RuleFolder.ReadAsync(_folder.File("没有"), CancellationToken.None)).Problem.ShouldBe($"找不到文件夹“{_folder.File("没有")}”。");
    }

    [Fact]
    public async Task Folder_ThatIsAFile_IsRefused()
    {
        var file = _folder.Write("a.yaml", "x");

        (await RuleFolder.ReadAsync(file, CancellationToken.None)).Problem.ShouldBe("这是文件，不是文件夹；规则文件要放在一个文件夹里。");
    }

    [Theory]
    [InlineData(5 << 20, true)]
    [InlineData((5 << 20) + 1, false)]
    public async Task Files_Together_MayNotBeTooLarge(int bytes, bool accepted)
    {
        _folder.Write("a.yaml", new string('a', 1 << 20));
        _folder.Write("b.yaml", new string('b', bytes - (1 << 20)));

        var content = await ReadAsync();

        (content.Overlay is not null).ShouldBe(accepted);
        content.Problem.ShouldBe(accepted ? null : "规则文件合计超过 5 MiB，服务不会接受。");
    }

    [Fact]
    public async Task Files_TooMany_AreRefused()
    {
        for (var i = 0; i <= 1000; i++)
        {
            _folder.Write(string.Create(CultureInfo.InvariantCulture, $"{i}.yaml"), string.Empty);
        }

        (await ReadAsync()).Problem.ShouldBe("规则文件超过 1000 个，是不是写错了文件夹？");
    }

    [Fact]
    public async Task Link_ToTheFolderItself_IsNotFollowed()
    {
        _folder.Write("a/规则.yaml", "x");
        Directory.CreateSymbolicLink(_folder.File("a/循环"), _folder.Path);

        (await ReadAsync()).Overlay!.Files.ShouldHaveSingleItem();
    }

    public void Dispose() => _folder.Dispose();

    private Task<RuleFolderContent> ReadAsync() => RuleFolder.ReadAsync(_folder.Path, CancellationToken.None).InTime();
}
