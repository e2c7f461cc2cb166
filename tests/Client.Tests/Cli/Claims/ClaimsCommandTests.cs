using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Grpc.Core;
using Validation.Cli;
using Validation.Client.Tests.Support;
using Validation.V1;
using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Client.Tests.Cli.Claims;

public sealed class ClaimsCommandTests : IAsyncLifetime, IDisposable
{
    private const string Nothing = """{"claims":[]}""";

    private readonly TestFolder _folder = new();
    private readonly TestTerminal _terminal = new();
    private FakeServer _server = null!;

    public async Task InitializeAsync() => _server = await FakeServer.StartAsync();

    [Fact]
    public async Task Sentence_WithCountsOfAllKinds_PrintsTheLabelledOnesOnce()
    {
        var claims = new SentenceClaims
        {
            Claims =
            {
                Stated(Kind.Accepted, 13, "收到申请13件"), Stated(Kind.Accepted, 13, "办理13件"), Stated(Kind.Accepted, 14, "受理14件"),
                Stated(Kind.Fees, 2.5, "收费2.5万元"), Stated(Kind.Late, 1, "逾期1件"), Stated((Kind)999, 1, "新的1件"),
            },
        };
        _server.Validator.Claims = _ => new ReadClaimsReply { Sentences = { claims } };

        (await LinesOfAsync("甲\n")).ShouldBe([
            """{"claims":[{"kind":"accepted","value":13,"text":"收到申请13件"},{"kind":"accepted","value":14,"text":"受理14件"},"""
            + """{"kind":"fees","value":2.5,"text":"收费2.5万元"}]}""",
        ]);
    }

    [Fact]
    public async Task Sentences_OfAllLengths_GetOneObjectEachInOrder()
    {
        var lines = await LinesOfAsync("\uFEFF甲\r\n\n" + new string('乙', 20_001) + "\n丙丙\n丁", "--year", "2024");

        lines.ShouldBe([Accepted(1, "甲"), Nothing, """{"error":"句子超过 20000 个字符。"}""", Accepted(2, "丙丙"), Accepted(1, "丁")]);
        _server.Validator.Sentences.ShouldAllBe(request => request.Year == 2024);
    }

    [Fact]
    public async Task Sentences_ByTheThousand_KeepTheirOrderInFewCalls()
    {
        var sentences = Enumerable.Range(1, 3000).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();

        var lines = await LinesOfAsync(string.Join('\n', sentences));

        lines.ShouldBe(sentences.Select(sentence => Accepted(sentence.Length, sentence)));
        _server.Validator.Sentences.ShouldAllBe(request => request.Sentences.Count <= 200 && request.Year == 0);
        _server.Validator.Sentences.Count.ShouldBeLessThan(200);
    }

    [Fact]
    public async Task Sentence_TypedSlowly_IsAnsweredBeforeTheNext()
    {
        var (input, output) = (new Pipe(), new Pipe());
        await using var answers = new StreamWriter(output.Writer.AsStream(), new UTF8Encoding(false)) { AutoFlush = true };
        using var reader = new StreamReader(output.Reader.AsStream());
        var terminal = new Terminal { Output = answers, Error = TextWriter.Null, Input = () => input.Reader.AsStream() };
        var running = CommandLine.RunAsync(["claims", "-", "--server", $"{_server.Address}"], terminal, CancellationToken.None);

        for (var i = 0; i < 3; i++)
        {
            await input.Writer.WriteAsync("甲\n"u8.ToArray());
            (await reader.ReadLineAsync().InTime()).ShouldBe(Accepted(1, "甲"));
        }

        await input.Writer.CompleteAsync();
        (await running.InTime()).ShouldBe(0);
    }

    [Fact]
    public async Task Sentence_ThatTheServerDoesNotTake_SpoilsNoOther()
    {
        var usual = _server.Validator.Claims;
        _server.Validator.Claims = request => request.Sentences.Contains("毒")
            ? throw new RpcException(new Status(StatusCode.Internal, string.Empty))
            : usual(request);

        var lines = await LinesOfAsync("甲\n毒\n乙\n");

        (lines[0], lines[2]).ShouldBe((Accepted(1, "甲"), Accepted(1, "乙")));
        lines[1].ShouldStartWith("""{"error":"校验服务内部出错""");
    }

    [Theory]
    [InlineData("-")]
    [InlineData("年报.txt")]
    public async Task Server_NotThere_IsOneSentence(string argument)
    {
        using var terminal = new TestTerminal { Input = "甲\n" };
        var file = argument == "-" ? argument : _folder.Write(argument, "甲");

        (await terminal.RunAsync("claims", file, "--server", FakeServer.NobodysAddress().ToString())).ShouldBe(3);

        terminal.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain("没有应答");
    }

    [Fact]
    public async Task Draft_WithClaims_PrintsAllThatIsKnownOfThem()
    {
        var claim = Stated(Kind.Late, 1, "逾期1件");
        (claim.Unit, claim.Scope, claim.Year, claim.Section, claim.Sentence) = ("件", "全市", 2024, 1, "全市逾期1件。");
        claim.Location = new Location { Line = 7, Column = 3 };
        _server.Validator.Answer = (request, _) => Task.FromResult(
            new ValidateReply { Id = request.Id, FileName = request.FileName, Report = new Report { Claims = { claim } } });
        var file = _folder.Write("年报.txt", "甲");

        (await RunAsync(file)).ShouldBe(0);

        _terminal.Output.ShouldBe(
            $$"""{"file":"{{file}}","claims":[{"kind":"late","value":1,"unit":"件","scope":"全市","year":2024,"section":1,"line":7"""
            + ""","text":"逾期1件","sentence":"全市逾期1件。"}]}""" + "\n");
    }

    [Fact]
    public async Task Drafts_ThatAreNotRead_HaveTheReasonAndTheOthersTheirClaims()
    {
        _server.Validator.Answer = (request, _) => Task.FromResult(request.FileName == "随笔.txt"
            ? new ValidateReply { Id = request.Id, ReasonText = "不是年报。" }
            : new ValidateReply { Id = request.Id, Report = new Report() });
        string[] files = [_folder.Write("年报.txt", "甲"), _folder.Write("随笔.txt", "乙"), _folder.File("没有.txt")];

        (await RunAsync(files)).ShouldBe(2);

        var lines = _terminal.Output.Split('\n');
        lines[0].ShouldBe($$"""{"file":"{{files[0]}}","claims":[]}""");
        lines[1].ShouldBe($$"""{"file":"{{files[1]}}","error":"不是年报。"}""");
        lines[2].ShouldStartWith($$"""{"file":"{{files[2]}}","error":""");
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    private static Claim Stated(Kind kind, double value, string text) => new() { Kind = kind, Value = value, Text = text };

    private static string Accepted(int value, string text) =>
        $$"""{"claims":[{"kind":"accepted","value":{{value}},"text":"{{text}}"}]}""";

    private async Task<string[]> LinesOfAsync(string input, params string[] more)
    {
        using var terminal = new TestTerminal { Input = input };
        (await terminal.RunAsync(["claims", "-", "--server", _server.Address.ToString(), .. more])).ShouldBe(0, terminal.Error);
        terminal.Output.ShouldEndWith("\n");
        return terminal.Output.Split('\n')[..^1];
    }

    private Task<int> RunAsync(params string[] files) =>
        _terminal.RunAsync(["claims", .. files, "--server", _server.Address.ToString()]);
}
