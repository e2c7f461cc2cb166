using Validation.Client.Connection;
using Validation.Client.Settings;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core.Settings;

/// <summary>Who decides the address of the server: the same order for every program.</summary>
[Collection(EnvironmentTests.Name)]
[Trait("Size", "Long")]
public sealed class SettingsOrderTests : IDisposable
{
    private const string ByCommandLine = "http://127.0.0.1:1";
    private const string ByPolicy = "http://127.0.0.1:2";
    private const string ByFile = "http://127.0.0.1:3";
    private const string ByEnvironment = "http://127.0.0.1:4";

    private readonly TestFolder _folder = new();
    private readonly string? _server = Environment.GetEnvironmentVariable(ServerAddress.EnvironmentVariable);
    private readonly string? _state = Environment.GetEnvironmentVariable("XDG_STATE_HOME");

    /// <summary>The sources that say something, and the address that holds then.</summary>
    public static TheoryData<bool, bool, bool, bool, string, string> Cases()
    {
        var cases = new TheoryData<bool, bool, bool, bool, string, string>();
        for (var which = 0; which < 16; which++)
        {
            var (line, policy, file, environment) = ((which & 8) != 0, (which & 4) != 0, (which & 2) != 0, (which & 1) != 0);
            var (address, origin) = line ? (ByCommandLine, SettingOrigin.CommandLine)
                : policy ? (ByPolicy, SettingOrigin.Policy)
                : file ? (ByFile, SettingOrigin.File)
                : environment ? (ByEnvironment, SettingOrigin.Environment)
                : (ServerAddress.Default.ToString(), SettingOrigin.Default);
            cases.Add(line, policy, file, environment, address, origin.ToString());
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Server_OfEachSource_HoldsInOneOrder(
        bool line, bool policy, bool file, bool environment, string address, string origin)
    {
        var sources = Write(policy, file, environment);
        using var settings = SettingsFile.Open(
            sources with { Overrides = line ? [(SettingNames.Server, ByCommandLine)] : [] });

        settings.Current.Server.ToString().ShouldBe(address);
        settings.OriginOf(SettingNames.Server).ToString().ShouldBe(origin);
        settings.IsFixed(SettingNames.Server).ShouldBe(line || policy);
        settings.Refusal.ShouldBeNull();
    }

    /// <summary>The same without the default, at which some server of this machine may answer.</summary>
    public static IEnumerable<object[]> SetCases() => Cases().Skip(1);

    [Theory]
    [MemberData(nameof(SetCases))]
    public async Task Check_OfADraft_AsksThatServer(bool line, bool policy, bool file, bool environment, string address, string origin)
    {
        var draft = _folder.Write("年报.txt", "1");
        using var terminal = new TestTerminal { Sources = Write(policy, file, environment) };

        var code = await terminal.RunAsync(["check", draft, .. line ? new[] { "--server", ByCommandLine } : []]);

        code.ShouldBe(3, origin);
        (terminal.Output + terminal.Error).ShouldContain(address);
    }

    [Theory]
    [InlineData("claims 年报.txt")]
    [InlineData("inspect 年报.txt")]
    [InlineData("rules status")]
    [InlineData("rules history")]
    [InlineData("bodies list")]
    [InlineData("accepted list")]
    [InlineData("archive list")]
    [InlineData("keys list")]
    [InlineData("admin status")]
    public async Task Commands_Others_AskTheServerOfTheSameOrder(string line)
    {
        var draft = _folder.Write("年报.txt", "1");
        var arguments = line.Split(' ').Select(word => word == "年报.txt" ? draft : word).ToArray();
        foreach (var (policy, address) in new[] { (true, ByPolicy), (false, ByFile) })
        {
            File.Delete(_folder.File("policy.conf"));
            using var terminal = new TestTerminal { Sources = Write(policy, file: true, environment: true) };

            (await terminal.RunAsync(arguments)).ShouldNotBe(0, terminal.Output);

            (terminal.Output + terminal.Error).ShouldContain(address);
        }
    }

    [Fact]
    public async Task Watch_OfAFolder_AsksTheServerOfTheSameOrder()
    {
        Directory.CreateDirectory(_folder.File("年报"));
        Environment.SetEnvironmentVariable("XDG_STATE_HOME", _folder.Path);
        using var terminal = new TestTerminal { Sources = Write(policy: false, file: true, environment: true) };
        using var stop = new CancellationTokenSource();
        var run = terminal.RunAsync(["watch", _folder.File("年报"), "--no-desktop"], stop.Token);

        await Polling.UntilAsync(() => terminal.Output.Contains(ByFile, StringComparison.Ordinal), "The server is not named.");
        await stop.CancelAsync();

        (await run).ShouldBe(130);
    }

    [Fact]
    public async Task Settings_WithAWrongLine_AreReportedByCheckAsByWatch()
    {
        var foreign = _folder.Write("别的.conf", $"foldr = /年报\nserver = {ByFile}\n");
        var draft = _folder.Write("年报.txt", "1");
        using var terminal = new TestTerminal();

        (await terminal.RunAsync("check", draft, "--settings", foreign)).ShouldBe(3);

        terminal.Error.ShouldStartWith($"{foreign} 第 1 行：没有“foldr”这个设置。");
        (terminal.Output + terminal.Error).ShouldContain(ByFile);
    }

    [Fact]
    public async Task Settings_WithAWrongAddress_AskNoServer()
    {
        var foreign = _folder.Write("别的.conf", "sound = 否\nserver = ftp://x\n");
        using var terminal = new TestTerminal();

        (await terminal.RunAsync("check", _folder.Write("年报.txt", "1"), "--settings", foreign)).ShouldBe(3);

        terminal.Error.Trim().ShouldBe($"{foreign} 第 2 行：服务地址“ftp://x”不正确，应写成 http://主机:端口，例如 http://127.0.0.1:5081。");
    }

    [Fact]
    public async Task Settings_ThatAreNotThere_AreReported()
    {
        using var terminal = new TestTerminal();

        (await terminal.RunAsync("check", _folder.Write("年报.txt", "1"), "--settings", _folder.File("没有.conf"))).ShouldBe(3);

        terminal.Error.Trim().ShouldBe($"找不到设置文件“{_folder.File("没有.conf")}”。");
    }

    [Fact]
    public void Environment_ThatIsWrong_IsNoMatterWhereTheFileDecides()
    {
        Environment.SetEnvironmentVariable(ServerAddress.EnvironmentVariable, "ftp://x");
        using (var alone = SettingsFile.Open(Sources))
        {
            alone.Refusal.ShouldNotBeNull().ShouldContain("ftp://x");
            alone.Problems.ShouldBe([alone.Refusal]);
        }

        _folder.Write("settings.conf", $"server = {ByFile}");
        using var beside = SettingsFile.Open(Sources);
        beside.Refusal.ShouldBeNull();
        beside.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Line_WithoutAValue_LeavesTheEnvironmentInForce()
    {
        Environment.SetEnvironmentVariable(ServerAddress.EnvironmentVariable, ByEnvironment);
        _folder.Write("settings.conf", "server =\n");
        using var file = SettingsFile.Open(Sources);

        file.Current.Server.ToString().ShouldBe(ByEnvironment);
        file.OriginOf(SettingNames.Server).ShouldBe(SettingOrigin.Environment);
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(ServerAddress.EnvironmentVariable, _server);
        Environment.SetEnvironmentVariable("XDG_STATE_HOME", _state);
        _folder.Dispose();
    }

    private SettingsSources Sources => new(_folder.File("settings.conf"), _folder.File("policy.conf"), []);

    private SettingsSources Write(bool policy, bool file, bool environment)
    {
        Environment.SetEnvironmentVariable(ServerAddress.EnvironmentVariable, environment ? ByEnvironment : null);
        if (policy)
        {
            _folder.Write("policy.conf", $"server = {ByPolicy}\n");
        }

        if (file)
        {
            _folder.Write("settings.conf", $"server = {ByFile}\n");
        }

        return Sources;
    }
}
