using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using Grpc.Core;
using Validation.Cli;
using Validation.Client.Tests.Support;
using Validation.V1;

namespace Validation.Client.Tests.Cli.Rules;

public sealed class EvalCommandTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly TestTerminal _terminal = new();
    private FakeServer _server = null!;

    private FakeRuleAdmin Rules => _server.Rules;

    public async Task InitializeAsync() => _server = await FakeServer.StartAsync();

    [Theory]
    [InlineData("1 + 2")]
    [InlineData("-1 + 2")]
    [InlineData("-size([1])")]
    [InlineData("-h.x")]
    [InlineData("--x")]
    [InlineData("[1, 2]")]
    [InlineData("a == \"甲\"")]
    [InlineData("@x")]
    public async Task Expression_ThatHasAValue_PrintsIt(string expression)
    {
        (await RunAsync(expression)).ShouldBe(0);

        JsonNode.Parse(_terminal.Output)!.GetValue<string>().ShouldBe(expression);
        _terminal.Output.ShouldEndWith("\n");
        _terminal.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1 / 0 !除数是 0", "除数是 0")]
    [InlineData("", "表达式是空的。")]
    public async Task Expression_WithoutAValue_IsAnErrorInsteadOfIt(string expression, string error)
    {
        (await RunAsync(expression)).ShouldBe(1);

        _terminal.Output.ShouldBe($"error: {error}\n");
        _terminal.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Expression_WithHalfACharacter_IsAnError()
    {
        (await RunAsync("a" + (char)0xD800)).ShouldBe(1);

        _terminal.Output.ShouldBe("error: 不是 UTF-8 文字。\n");
    }

    [Fact]
    public async Task Value_OnSeveralLines_IsPrintedOnOne()
    {
        Rules.Evaluated = _ => new EvaluateReply { Values = { new ExpressionValue { Json = "[\n  1,\n  2\n]", Type = "list" } } };

        (await RunAsync("[1, 2]")).ShouldBe(0);

        _terminal.Output.ShouldBe("[   1,   2 ]\n");
    }

    [Fact]
    public async Task Hints_OfAnExpression_AreToldBesideItsValue()
    {
        Rules.Evaluated = _ => new EvaluateReply
        {
            Values = { new ExpressionValue { Json = "0", Type = "int", Hints = { "第 1 行第 3 列：两个整数相除会舍去小数" } } },
        };

        (await RunAsync("3 / 4")).ShouldBe(0);
        _terminal.Output.ShouldBe("0\n");
        _terminal.Error.TrimEnd().ShouldBe("提示：第 1 行第 3 列：两个整数相除会舍去小数");
        (await RunAsync("3 / 4", "--format", "json")).ShouldBe(0);

        _terminal.Output.ShouldBe("0\n{\"value\":0,\"type\":\"int\",\"hints\":[\"第 1 行第 3 列：两个整数相除会舍去小数\"]}\n");
    }

    [Fact]
    public async Task Report_Given_GoesWithTheExpression()
    {
        var report = _folder.Write("年报.txt", "一、总体情况");

        (await RunAsync("1", "--report", report)).ShouldBe(0);

        var request = Rules.Last<EvaluateRequest>();
        (request.FileName, request.Document.ToStringUtf8()).ShouldBe(("年报.txt", "一、总体情况"));
        (await RunAsync("1", "--report", _folder.File("没有.txt"))).ShouldBe(3);
    }

    [Fact]
    public async Task Lines_OfAllKinds_GetOneObjectEach()
    {
        var input = "\uFEFF1 + 2\r\n\n中文\tx\nx !没有“x”\n" + new string('1', 20_001) + "\n" + new string('2', 20_000) + "\r\nlast";
        using var terminal = new TestTerminal { Input = input };

        (await RunAsync(terminal, "-")).ShouldBe(0);

        var lines = terminal.Output.Split('\n');
        lines[^1].ShouldBeEmpty();
        lines[..^1].Select(Told).ShouldBe([
            "1 + 2", "error: 表达式是空的。", "中文\tx", "error: 没有“x”", "error: 表达式超过 20000 个字符。", new string('2', 20_000), "last",
        ]);
        lines[0].ShouldBe("""{"value":"1 \u002B 2","type":"string"}""");
        lines[3].ShouldBe("""{"error":"没有“x”"}""");
    }

    [Fact]
    public async Task Lines_NotUtf8_AreErrors()
    {
        using var output = new StringWriter();
        var terminal = new Terminal
        {
            Output = output, Error = TextWriter.Null, Input = () => new MemoryStream([0xD6, 0xD0, (byte)'\n', (byte)'1', (byte)'\n']),
        };

        (await RunAsync(terminal)).ShouldBe(0);

        output.ToString().Split('\n')[..^1].Select(Told).ShouldBe(["error: 不是 UTF-8 文字。", "1"]);
    }

    [Fact]
    public async Task Lines_ByTheThousand_KeepTheirOrderInFewCalls()
    {
        var expressions = Enumerable.Range(0, 5000).Select(i => i.ToString(CultureInfo.InvariantCulture)).ToList();
        using var terminal = new TestTerminal { Input = string.Join('\n', expressions) + "\n" };

        (await RunAsync(terminal, "-")).ShouldBe(0);

        terminal.Output.Split('\n')[..^1].Select(Told).ShouldBe(expressions);
        Rules.Requests.OfType<EvaluateRequest>().ShouldAllBe(request => request.Expressions.Count <= 200);
        // The first call may come before the rest of the input, the others need not.
        Rules.Requests.Count.ShouldBeLessThan(200);
    }

    [Fact]
    public async Task Line_TypedSlowly_IsAnsweredBeforeTheNext()
    {
        var (input, output) = (new Pipe(), new Pipe());
        await using var answers = new StreamWriter(output.Writer.AsStream(), new UTF8Encoding(false)) { AutoFlush = true };
        using var reader = new StreamReader(output.Reader.AsStream());
        var terminal = new Terminal { Output = answers, Error = TextWriter.Null, Input = () => input.Reader.AsStream() };
        var running = RunAsync(terminal);

        for (var i = 0; i < 5; i++)
        {
            await input.Writer.WriteAsync(Encoding.UTF8.GetBytes($"{i}\n"));
            Told((await reader.ReadLineAsync().InTime())!).ShouldBe(i.ToString(CultureInfo.InvariantCulture));
        }

        await input.Writer.CompleteAsync();
        (await running.InTime()).ShouldBe(0);
    }

    [Fact]
    public async Task Line_ThatTheServerDoesNotTake_SpoilsNoOther()
    {
        Rules.Evaluated = request => request.Expressions.Contains("毒")
            ? throw new RpcException(new Status(StatusCode.Internal, string.Empty))
            : new EvaluateReply { Values = { request.Expressions.Select(_ => new ExpressionValue { Json = "1", Type = "int" }) } };
        using var terminal = new TestTerminal { Input = "a\nb\n毒\nc\n" };

        (await RunAsync(terminal, "-")).ShouldBe(0);

        var ok = """{"value":1,"type":"int"}""";
        terminal.Output.Split('\n').ShouldBe([ok, ok, """{"error":"校验服务内部出错，没有完成；请联系管理员查看服务日志。"}""", ok, string.Empty]);
    }

    [Fact]
    public async Task Values_Missing_AreErrors()
    {
        Rules.Evaluated = _ => new EvaluateReply { Values = { new ExpressionValue { Type = "int" } } };
        using var terminal = new TestTerminal { Input = "a\nb\n" };

        (await RunAsync(terminal, "-")).ShouldBe(0);

        terminal.Output.Split('\n')[..^1].Select(Told).ShouldBe(["error: 服务没有给出值。", "error: 服务没有给出值。"]);
    }

    [Fact]
    public async Task Server_NotThere_IsOneSentence()
    {
        using var terminal = new TestTerminal { Input = "1\n2\n" };
        var nobody = FakeServer.NobodysAddress().ToString();

        (await terminal.RunAsync("rules", "eval", "-", "--server", nobody)).ShouldBe(3);

        terminal.Output.ShouldBeEmpty();
        terminal.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldHaveSingleItem().ShouldContain("没有应答");
    }

    [Fact]
    public async Task Input_Empty_IsNoQuestion()
    {
        (await RunAsync("-")).ShouldBe(0);

        _terminal.Output.ShouldBeEmpty();
        Rules.Requests.ShouldBeEmpty();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose()
    {
        _folder.Dispose();
        _terminal.Dispose();
    }

    private static string Told(string line)
    {
        var answer = JsonNode.Parse(line)!;
        return answer["error"] is { } error ? $"error: {error.GetValue<string>()}" : answer["value"]!.GetValue<string>();
    }

    private Task<int> RunAsync(params string[] args) => RunAsync(_terminal, args);

    private Task<int> RunAsync(TestTerminal terminal, params string[] args) =>
        terminal.RunAsync(["rules", "eval", "--server", _server.Address.ToString(), .. args]);

    private Task<int> RunAsync(Terminal terminal) =>
        CommandLine.RunAsync(["rules", "eval", "-", "--server", _server.Address.ToString()], terminal, CancellationToken.None).InTime();
}
