namespace Validation.Cel.Tests;

/// <summary>Nothing that somebody writes may throw, hang or exhaust the stack or the memory.</summary>
public sealed class LimitTests
{
    private const int Length = CelLimits.TextLength;

    public static TheoryData<string, string> Deep { get; } = new()
    {
        { "parentheses", new string('(', Length) },
        { "closed parentheses", new string('(', 9_000) + "1" + new string(')', 9_000) },
        { "brackets", new string('[', Length) },
        { "closed brackets", new string('[', 9_000) + new string(']', 9_000) },
        { "braces", new string('{', Length) },
        { "nested maps", string.Concat(Enumerable.Repeat("{1:", 5_000)) },
        { "fields", "a" + string.Concat(Enumerable.Repeat(".b", 9_000)) },
        { "calls", string.Concat(Enumerable.Repeat("f(", 9_000)) },
        { "member calls", "a" + string.Concat(Enumerable.Repeat(".f()", 4_000)) },
        { "indexes", "a" + string.Concat(Enumerable.Repeat("[0]", 6_000)) },
        { "open indexes", string.Concat(Enumerable.Repeat("a[", 9_000)) },
        { "conditions", string.Concat(Enumerable.Repeat("a?b:", 4_000)) + "c" },
        { "sums", string.Concat(Enumerable.Repeat("1+", 9_000)) + "1" },
        { "relations", string.Concat(Enumerable.Repeat("1<", 9_000)) + "1" },
        { "macros", string.Concat(Enumerable.Repeat("[1].all(x,", 1_900)) },
        { "tests", string.Concat(Enumerable.Repeat("has(", 4_900)) },
        { "alternating signs", string.Concat(Enumerable.Repeat("!-", 9_000)) + "1" },
        { "quotes", new string('\'', Length - 1) },
        { "backquotes", new string('`', Length) },
        { "dots", new string('.', Length) },
        { "too long", new string(' ', Length) + "1" },
    };

    [Theory]
    [MemberData(nameof(Deep))]
    public void Compile_OfWhatIsTooDeepOrBroken_IsAProblem(string kind, string text)
    {
        foreach (var checking in new[] { CelChecking.Strict, CelChecking.Lenient })
        {
            var compilation = World.Environment.Compile(text, checking);
            compilation.Program.ShouldBeNull(kind);
            compilation.Problems.ShouldNotBeEmpty(kind);
        }
    }

    [Fact]
    public void Evaluate_OfLongChains_GivesTheirValue()
    {
        World.Evaluate(new string('!', Length - 4) + "true").IsTrue.ShouldBeTrue();
        World.Evaluate(new string('-', Length - 2) + "1").AsInt.ShouldBe(1);
        World.Evaluate(string.Concat(Enumerable.Repeat("false||", 2_800)) + "true").IsTrue.ShouldBeTrue();
        World.Evaluate(string.Concat(Enumerable.Repeat("true&&", 3_300)) + "true").IsTrue.ShouldBeTrue();
        World.Evaluate($"[{string.Concat(Enumerable.Repeat("1,", 9_000))}].size()").AsInt.ShouldBe(9_000);
        World.Evaluate(string.Concat(Enumerable.Repeat("count+", 400)) + "1").AsInt.ShouldBe(2801);
        World.Evaluate(new string('(', 240) + "1" + new string(')', 240)).AsInt.ShouldBe(1);
    }

    [Fact]
    public void Compile_OnASmallStack_StaysWithinIt()
    {
        var thread = new Thread(
            () =>
            {
                foreach (var row in Deep)
                {
                    World.Environment.Compile((string)row[1], CelChecking.Strict);
                }

                World.Evaluate(string.Concat(Enumerable.Repeat("count+", 400)) + "1").AsInt.ShouldBe(2801);
                World.Evaluate(string.Concat(Enumerable.Repeat("[1].map(x,", 60)) + "1" + new string(')', 60)).IsError.ShouldBeFalse();
            },
            maxStackSize: 768 * 1024);
        thread.Start();
        thread.Join(TimeSpan.FromMinutes(5)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("N.map(a, N.map(b, N.map(c, N.map(d, a + b + c + d))))")]
    [InlineData("N.all(a, N.all(b, N.all(c, N.all(d, true))))")]
    [InlineData("N.exists(a, N.exists(b, N.exists(c, N.exists(d, 1/0 > 1)))) || true")]
    [InlineData("N.filter(a, N.exists_one(b, N.exists_one(c, N.exists_one(d, a == d)))).size()")]
    public void Evaluate_BeyondTheBudget_EndsWithThatError(string pattern)
    {
        var expression = pattern.Replace("N", "[1, 2, 3, 4, 5, 6, 7, 8, 9]", StringComparison.Ordinal);
        var program = World.Environment.Compile(expression, CelChecking.Lenient).Program!;
        var frame = World.Frame(steps: 20_000);
        program.Evaluate(frame).AsError.ShouldBe(CelError.BudgetExceeded);
        frame.Budget.Reset();
        World.Environment.Compile("1 + 1", CelChecking.Strict).Program!.Evaluate(frame).AsInt.ShouldBe(2);
    }

    [Theory]
    [InlineData("+", "x", "['aaaaaaaaaaaaaaaaaaaa']", "x + x")]
    [InlineData("list", "x", "[[1, 2, 3, 4, 5, 6, 7, 8]]", "x + x")]
    [InlineData("replace", "x", "['aaaaaaaaaaaaaaaa']", "x.replace('a', 'aaaaaaaaaaaaaaaa')")]
    [InlineData("replaceAll", "x", "['aaaaaaaaaaaaaaaa']", "x.replaceAll('a', 'aaaaaaaaaaaaaaaa')")]
    [InlineData("join", "x", "['aaaaaaaaaaaaaaaa']", "[x, x, x, x, x, x, x, x].join(x)")]
    public void Evaluate_OfGrowingValues_EndsInAnError(string kind, string name, string start, string step)
    {
        var expression = start + string.Concat(Enumerable.Repeat($".map({name}, {step})", 40)) + ".size()";
        var program = World.Environment.Compile(expression, CelChecking.Lenient).Program!;
        program.Evaluate(World.Frame(steps: 5_000_000)).IsError.ShouldBeTrue(kind);
    }

    [Fact]
    public void Evaluate_OfValuesThatNestDeeply_IsAnErrorNotTheEnd()
    {
        var step = $".map(x, {new string('[', 230)}x{new string(']', 230)})";
        var nested = "[1]" + string.Concat(Enumerable.Repeat(step, 19));
        World.Evaluate($"{nested} == {nested}").AsError.Message.ShouldContain("deep");
        World.Evaluate($"{nested} in [{nested}]").AsError.Message.ShouldContain("deep");
        CelJson.Format(World.Evaluate(nested)).Error.ShouldNotBeNull();
        World.Environment.Compile($"{nested} == 1", CelChecking.Strict).Problems
            .ShouldAllBe(problem => problem.Message.Length < 1_000);
        World.Environment.Compile("[1].map(x, {x: {x: x}}) == 1", CelChecking.Strict).Problems.Count.ShouldBe(1);
    }

    [Fact]
    public void Compile_OfTypesThatDouble_DoesNotHang()
    {
        var text = "[1]" + string.Concat(Enumerable.Repeat(".map(x, {x: x})", 100)) + ".size() == 'a'";
        World.Environment.Compile(text, CelChecking.Strict).Problems.ShouldNotBeEmpty();
    }

    [Fact]
    public void Evaluate_OfSharedLists_PaysForComparingThem()
    {
        var nested = "[1]" + string.Concat(Enumerable.Repeat(".map(x, [x, x])", 60));
        World.Evaluate($"{nested} == {nested}").AsError.ShouldBe(CelError.BudgetExceeded);
        CelJson.Format(World.Evaluate(nested)).Error.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("similarity(text, text + 'a')")]
    [InlineData("jaccard(text, text, 64)")]
    [InlineData("text.matches('(a|b)*c{1000}')")]
    [InlineData("text.findAll('a').size()")]
    [InlineData("[1, 2, 3, 4, 5, 6, 7, 8].all(i, text + string(i) != text) && text < text + 'b'")]
    [InlineData("names.all(n, names.all(m, {text: n}[text] == n && text in {text: m}))")]
    [InlineData("text.split('').size()")]
    [InlineData("text.squeeze() == text.words() && text.replace('a', 'b').replace('b', 'a').replace('a', 'b') == text")]
    public void Evaluate_OfLongTexts_PaysForThem(string expression)
    {
        var environment = World.Environment.With(new CelVariable("text", CelType.String));
        var program = environment.Compile(expression, CelChecking.Strict).Program!;
        var variables = World.Frame().Variables;
        program.Evaluate(new([.. variables, CelValue.Of(new string('a', 200_000))], new(30_000))).AsError.ShouldBe(CelError.BudgetExceeded);
        program.Evaluate(new([.. variables, CelValue.Of("aaaa")], new(30_000))).IsError.ShouldBeFalse();
    }

    [Fact]
    public void Evaluate_OfPatternsMadeAnew_PaysForThem()
    {
        const string Numbers = "[1, 2, 3, 4, 5, 6, 7, 8, 9]";
        const string Expression = $"{Numbers}.all(i, {Numbers}.all(j, 'a'.matches('a|' + string(i * j))))";
        var program = World.Environment.Compile(Expression, CelChecking.Strict).Program!;
        program.Evaluate(World.Frame(steps: 50_000)).IsTrue.ShouldBeTrue();
        program.Evaluate(World.Frame(steps: 10_000)).AsError.ShouldBe(CelError.BudgetExceeded);
    }

    [Fact]
    public void Evaluate_OfAPatternThatGrows_EndsBeforeItBegins()
    {
        var program = World.Environment.Compile("names.join().matches('(.*a.*){390}')", CelChecking.Strict).Program!;
        var variables = World.Frame().Variables;
        variables[3] = CelValue.Of(new CelList([CelValue.Of(string.Concat(Enumerable.Repeat("年ab ", 2_000)))]));

        // What such a search would take is paid for before it begins: it does not begin.
        program.Evaluate(new(variables, new(2_000_000))).AsError.ShouldBe(CelError.BudgetExceeded);
    }
}
