namespace Validation.Cel.Tests;

/// <summary>Objects of the environment: fields, numbers that they stand for, and facts that are not known.</summary>
public sealed class ObjectTests
{
    [Theory]
    [InlineData("report.year", "2024 int")]
    [InlineData("report.title.startsWith('2024')", "true bool")]
    [InlineData("report.cells[0].text", "\"1\" string")]
    [InlineData("report.cells.size()", "3 int")]
    [InlineData("report.total", "6 cell")]
    [InlineData("report.total + 1", "7 int")]
    [InlineData("1 + report.total", "7 int")]
    [InlineData("report.total - report.cells[0]", "5 int")]
    [InlineData("report.total * 2 / 3 % 3", "1 int")]
    [InlineData("-report.total", "-6 int")]
    [InlineData("report.total > 5", "true bool")]
    [InlineData("report.total > 5.5", "true bool")]
    [InlineData("report.total == 6", "true bool")]
    [InlineData("6 == report.total", "true bool")]
    [InlineData("report.total == 6.0", "true bool")]
    [InlineData("report.total != report.cells[0]", "true bool")]
    [InlineData("report.total == sum(report.cells)", "true bool")]
    [InlineData("sum(report.cells.filter(c, c > 1))", "5 int")]
    [InlineData("sum(report.cells.map(c, c * 2))", "12 int")]
    [InlineData("6 in [report.total]", "true bool")]
    [InlineData("report.total in [1, 6]", "true bool")]
    [InlineData("[report.total] == [6]", "true bool")]
    [InlineData("int(report.total)", "6 int")]
    [InlineData("double(report.total)", "6.0 double")]
    [InlineData("double(report.total) + 0.5", "6.5 double")]
    [InlineData("string(report.total)", "\"6\" string")]
    [InlineData("dyn(report.total) + 1", "7 int")]
    [InlineData("anything + report.total", "11 int")]
    [InlineData("anything == 5", "true bool")]
    [InlineData("anything.text", "\"5\" string")]
    [InlineData("anything.row + 1", "10 int")]
    [InlineData("max(report.total, count)", "7 int")]
    [InlineData("max(report.cells)", "3 int")]
    [InlineData("abs(report.total)", "6 int")]
    [InlineData("twice(report.total)", "12 int")]
    [InlineData("names[report.cells[0]]", "\"减免\" string")]
    [InlineData("{report.total: 'x'}[6]", "\"x\" string")]
    [InlineData("report.total == null", "false bool")]
    [InlineData("dyn(report.total) == 'a'", "false bool")]
    [InlineData("report == report", "true bool")]
    [InlineData("type(report.total) == type(report.cells[0])", "true bool")]
    [InlineData("has(report.total)", "true bool")]
    [InlineData("has(report.nothing)", "false bool")]
    [InlineData("report.cells.all(c, c.row == c.value)", "true bool")]
    [InlineData("report.cells.map(c, c)", "[1,2,3] list")]
    [InlineData("report.cells.exists(c, c.text == '2' && c == 2)", "true bool")]
    public void Evaluate_WithObjects_GivesTheValue(string expression, string expected)
    {
        World.Show(World.Evaluate(expression)).ShouldBe(expected);
        World.Show(World.Evaluate(expression, CelChecking.Lenient)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("report.missing + 1", "unknown no such cell")]
    [InlineData("report.missing > 1", "unknown no such cell")]
    [InlineData("report.missing == 1", "unknown no such cell")]
    [InlineData("-report.missing", "unknown no such cell")]
    [InlineData("int(report.missing)", "unknown no such cell")]
    [InlineData("sum([report.missing, report.total])", "unknown no such cell")]
    [InlineData("sum([report.total, report.missing])", "unknown no such cell")]
    [InlineData("report.missing in [1]", "unknown no such cell")]
    [InlineData("report.missing.value + 1", "unknown no such cell")]
    [InlineData("report.missing > 1 || true", "true bool")]
    [InlineData("report.missing > 1 && false", "false bool")]
    [InlineData("report.missing > 1 && true", "unknown no such cell")]
    [InlineData("report.missing > 1 || false", "unknown no such cell")]
    [InlineData("report.missing > 1 && report.missing > 2", "unknown no such cell")]
    [InlineData("report.missing > 1 && 1 / (count - 7) > 0", "error division by zero")]
    [InlineData("1 / (count - 7) > 0 && report.missing > 1", "error division by zero")]
    [InlineData("report.missing > 1 || 1 / (count - 7) > 0", "error division by zero")]
    [InlineData("report.missing > 1 ? 1 : 2", "unknown no such cell")]
    [InlineData("[report.missing, report.total].all(c, c > 7)", "false bool")]
    [InlineData("[report.missing, report.total].all(c, c > 1)", "unknown no such cell")]
    [InlineData("[report.missing, report.total].exists(c, c > 1)", "true bool")]
    [InlineData("[report.missing, report.total].exists_one(c, c > 1)", "unknown no such cell")]
    [InlineData("has(report.missing.value)", "false bool")]
    [InlineData("has(report.missing.text)", "true bool")]
    [InlineData("[1, report.missing] == [2, 3]", "false bool")]
    [InlineData("[1, report.missing] == [1, 3]", "unknown no such cell")]
    [InlineData("1 in [report.missing, report.cells[0]]", "true bool")]
    public void Evaluate_OfWhatIsNotKnown_SaysSoUnlessTheRestDecides(string expression, string expected)
    {
        World.Show(World.Evaluate(expression)).ShouldBe(expected);
    }

    [Fact]
    public void Variables_OfAProgram_AreThoseThatItReads()
    {
        Slots("report.year == count").ShouldBe([0, 1]);
        Slots("names.exists(count, count == 'a')").ShouldBe([3]);
        Slots("names.exists(count, .count > 1)").ShouldBe([1, 3]);
        Slots("has(report.total) || ratio > 0.5").ShouldBe([0, 2]);
        Slots("1 + 1").ShouldBeEmpty();
    }

    [Fact]
    public void Environment_WithMoreVariables_HasThemAfterItsOwn()
    {
        var more = World.Environment.With(new CelVariable("extra", CelType.Int));
        var program = more.Compile("extra + count + twice(1)", CelChecking.Strict).Program!;
        program.Variables.Order().ShouldBe([1, 6]);
        var frame = World.Frame();
        program.Evaluate(new([.. frame.Variables, CelValue.Of(1L)], frame.Budget)).AsInt.ShouldBe(10);
        program.Evaluate(frame).IsError.ShouldBeTrue();
    }

    [Fact]
    public void Evaluate_WithinAFunctionOnTheSameFrame_KeepsTheOuterVariables()
    {
        var inner = World.Environment.Compile("[10, 20].map(y, [1, 2].map(z, y + z))[0][0]", CelChecking.Strict).Program!;
        var outer = new CelEnvironment([], [new("inner", IsMember: false, [], CelType.Int, (frame, _) => inner.Evaluate(frame))])
            .Compile("[1, 2].map(x, inner() + x)", CelChecking.Strict).Program!;
        World.Show(outer.Evaluate(new([], new(1_000)))).ShouldBe("[12,13] list");
    }

    [Fact]
    public async Task Program_SharedByThreads_GivesEachItsOwnValue()
    {
        var program = World.Environment.Compile("report.cells.map(c, names.map(n, c + count)[0])", CelChecking.Strict).Program!;
        var shown = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() =>
        {
            var frame = World.Frame(steps: 10_000_000);
            frame.Variables[1] = CelValue.Of((long)number);
            var expected = $"[{number + 1},{number + 2},{number + 3}] list";
            return Enumerable.Range(0, 2_000).All(_ => World.Show(program.Evaluate(frame)) == expected);
        }))).WaitAsync(TimeSpan.FromMinutes(5));
        shown.ShouldAllBe(isRight => isRight);
    }

    [Theory]
    [InlineData("report.year + 1", "int")]
    [InlineData("report.cells", "list(cell)")]
    [InlineData("report.cells.map(c, c.text)", "list(string)")]
    [InlineData("report.total + 1", "int")]
    [InlineData("count > 1", "bool")]
    [InlineData("[1, 'a']", "list(dyn)")]
    [InlineData("{'a': 1.5}", "map(string, double)")]
    [InlineData("sum(report.cells)", "int")]
    [InlineData("true ? count : 2", "int")]
    [InlineData("names[0]", "string")]
    [InlineData("byName.a", "int")]
    [InlineData("type(1)", "type")]
    public void Type_OfAProgram_IsKnown(string expression, string expected)
    {
        World.Environment.Compile(expression, CelChecking.Strict).Program!.Type.ToString().ShouldBe(expected);
    }

    private static IEnumerable<int> Slots(string expression)
    {
        return World.Environment.Compile(expression, CelChecking.Strict).Program!.Variables.Order();
    }
}
