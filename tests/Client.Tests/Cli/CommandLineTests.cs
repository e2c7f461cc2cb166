using System.Text.RegularExpressions;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly TestTerminal _terminal = new();

    [Theory]
    [InlineData("chek a", "不认识“chek a”。是不是要写“check”？")]
    [InlineData("check", "没有写要检查的文件。")]
    [InlineData("check a --format", "选项 --format 后面没有写值。")]
    [InlineData("check a --format xml", "没有“xml”这种格式，可以写 text、html、json 或 sarif。")]
    [InlineData("check a --sort", "选项 --sort 后面没有写值。")]
    [InlineData("check a --sort line", "没有“line”这种顺序，可以写 severity 或 document。")]
    [InlineData("check a --timeout x", "“x”不是秒数，应是 1 到 3600 的整数。")]
    [InlineData("check a --timeout 0", "“0”不是秒数，应是 1 到 3600 的整数。")]
    [InlineData("check a --timeout 1 --timeout 2", "选项 --timeout 只能写一次。")]
    [InlineData("check a --server ftp://x", "服务地址“ftp://x”不正确，应写成 http://主机:端口，例如 http://127.0.0.1:5081。")]
    [InlineData("check a --ca /没有.pem", "读不出证书文件“/没有.pem”：应是 PEM 或 DER 格式的证书。没有它就不能确认服务器的身份，所以不连接服务器。")]
    [InlineData("check a --nosuch", "没有“--nosuch”这个选项。")]
    [InlineData("check a --formt", "没有“--formt”这个选项。是不是要写“--format”？")]
    [InlineData("watch a --no-dekstop", "没有“--no-dekstop”这个选项。是不是要写“--no-desktop”？")]
    [InlineData("check a --verbose --quiet", "--verbose 和 --quiet 只能写一个。")]
    [InlineData("claims", "没有写要检查的文件。")]
    [InlineData("claims - --year 24", "“24”不是年份，应是四位数，例如 2024。")]
    [InlineData("claims a --year 2024", "--year 只和 - 一起写：年报自己写着年度。")]
    [InlineData("claims a -", "- 表示从标准输入逐行读句子，不能和文件一起写。")]
    [InlineData("demo a", "不认识“a”。")]
    [InlineData("rules", "没有写命令。")]
    [InlineData("rules lnt", "不认识“lnt”。是不是要写“lint”？")]
    [InlineData("rules lint", "没有写<规则文件或文件夹>。")]
    [InlineData("rules lint /没有", "找不到文件夹“/没有”。")]
    [InlineData("rules lint a b", "不认识“b”。")]
    [InlineData("rules try a", "没有写<年报>。")]
    [InlineData("rules test a --format sarif", "没有“sarif”这种格式，可以写 text 或 json。")]
    [InlineData("rules diff", "请写规则文件夹，或者 --to <版本>，两者写一个。")]
    [InlineData("rules diff a --to 1", "请写规则文件夹，或者 --to <版本>，两者写一个。")]
    [InlineData("rules publish a", "没有写 --reason <理由>。")]
    [InlineData("rules publish a --reason", "选项 --reason 后面没有写值。")]
    [InlineData("rules publish a --reason=", "选项 --reason 后面没有写值。")]
    [InlineData("rules rollback --reason b", "没有写<版本>。")]
    [InlineData("rules history --limit 0", "“0”不是条数，应是 1 到 1000 的整数。")]
    [InlineData("rules show a --output b", "--output 写出全部文件，不能同时写规则编号。")]
    [InlineData("rules show --national", "--national 要和 --output 一起写。")]
    [InlineData("rules explain", "没有写<规则>。")]
    [InlineData("rules eval", "没有写<表达式>。")]
    [InlineData("rules status --server ftp://x", "服务地址“ftp://x”不正确，应写成 http://主机:端口，例如 http://127.0.0.1:5081。")]
    public async Task Usage_ThatIsWrong_IsExplainedInOneSentence(string line, string sentence)
    {
        (await _terminal.RunAsync(line.Split(' '))).ShouldBe(3);

        _terminal.Output.ShouldBeEmpty();
        _terminal.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)[0].TrimEnd('\r').ShouldBe(sentence);
    }

    [Fact]
    public async Task Help_OfCheck_NamesEachFormatThatAFolderIsSearchedFor()
    {
        (await _terminal.RunAsync("check", "--help")).ShouldBe(0);

        foreach (var extension in Validation.Client.Drafts.DraftFiles.Extensions)
        {
            _terminal.Output.ShouldContain(extension.TrimStart('.'));
        }

        _terminal.Output.ShouldNotContain("dotnet run");
    }

    [Fact]
    public async Task Nothing_Written_ShowsTheHelp()
    {
        (await _terminal.RunAsync()).ShouldBe(3);

        _terminal.Error.ShouldContain("用法：");
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("check --help")]
    [InlineData("claims --help")]
    [InlineData("demo --help")]
    [InlineData("rules --help")]
    [InlineData("rules lint --help")]
    [InlineData("rules test --help")]
    [InlineData("rules diff --help")]
    [InlineData("rules try --help")]
    [InlineData("rules publish --help")]
    [InlineData("rules rollback --help")]
    [InlineData("rules history --help")]
    [InlineData("rules show --help")]
    [InlineData("rules explain --help")]
    [InlineData("rules eval --help")]
    [InlineData("rules status --help")]
    [InlineData("rules watch --help")]
    public async Task Help_OfACommand_IsChinese(string line)
    {
        (await _terminal.RunAsync(line.Split(' '))).ShouldBe(0);

        _terminal.Output.ShouldContain("用法：");
        _terminal.Output.ShouldContain("退出码：");
        var english = Regex.Matches(_terminal.Output, "[A-Z][a-z]{3,} [a-z]{2,}", RegexOptions.None, TestTime.Limit);
        english.ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_OfACommandForRules_HasExamplesAndWhatMustBeWritten()
    {
        (await _terminal.RunAsync("rules", "publish", "--help")).ShouldBe(0);

        _terminal.Output.ShouldContain("  validate rules publish [<规则文件夹>] --reason <理由> [选项]");
        _terminal.Output.ShouldContain("例子：");
        _terminal.Output.ShouldContain("1    规则文件有错、测试没有通过");
    }

    [Fact]
    public async Task Version_Asked_IsPrinted()
    {
        (await _terminal.RunAsync("--version")).ShouldBe(0);

        _terminal.Output.ShouldStartWith("年报校验 0.");
    }

    public void Dispose() => _terminal.Dispose();
}
