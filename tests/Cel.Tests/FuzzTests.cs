namespace Validation.Cel.Tests;

/// <summary>Whatever the text, compiling gives a program or problems, and evaluating a value: nothing throws, nothing hangs.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 4_000;

    private static readonly string[] Tokens =
    [
        "(", ")", "[", "]", "{", "}", ".", ",", ":", "?", "+", "-", "*", "/", "%", "!", "&&", "||", "<", "<=", ">", ">=", "==", "!=",
        " in ",
        "1", "0", "2u", "1.5", "-1", "9223372036854775807", "'a'", "\"b\"", "b'c'", "r'\\d'", "'''t'''", "true", "false", "null", "x", "y",
        "report", "report.cells", "report.total", "report.missing", "count", "names", "anything", "byName", "has(", ".all(x, ",
        ".exists(x, ",
        ".map(x, ", ".filter(x, ", ".exists_one(x, ", ".map(k, v, ", ".transformMap(k, v, ", "size(", "int(", "string(", "sum(", ".size()",
        ".matches(", ".substring(", ".split('')", ".join()", ".replace('a', ", "type(", "similarity(", "number(", "idcard(", ".masked()",
        "\\", "'", "\"", "`", "//", "\n", "中", "😀", "\ud800", "\0", "if", "0x", "1e", ".5", "$",
    ];

    [Fact]
    public void Compile_OfRandomTokens_NeverThrows()
    {
        var random = new Random(20240101);
        for (var i = 0; i < Rounds; i++)
        {
            var count = random.Next(1, 30);
            Try(string.Concat(Enumerable.Range(0, count).Select(_ => Tokens[random.Next(Tokens.Length)])));
        }
    }

    [Fact]
    public void Compile_OfMutatedExpressions_NeverThrows()
    {
        var random = new Random(20240102);
        var expressions = ExpressionTests.Rows.Select(row => (string)row[1]).ToArray();
        for (var i = 0; i < Rounds; i++)
        {
            var text = expressions[random.Next(expressions.Length)];
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                text = Mutate(text, expressions, random);
            }

            Try(text);
        }
    }

    [Fact]
    public void Evaluate_OfRandomTrees_AgreesInBothModes()
    {
        var random = new Random(20240103);
        var programs = 0;
        for (var i = 0; i < Rounds; i++)
        {
            var text = Tree(random, depth: 4);
            var strict = World.Environment.Compile(text, CelChecking.Strict);
            var lenient = World.Environment.Compile(text, CelChecking.Lenient).Program.ShouldNotBeNull(text);
            if (strict.Program is { } program)
            {
                programs++;
                World.Show(program.Evaluate(World.Frame())).ShouldBe(World.Show(lenient.Evaluate(World.Frame())), text);
            }
        }

        programs.ShouldBeGreaterThan(Rounds / 50);
    }

    private static void Try(string text)
    {
        World.Environment.Compile(text, CelChecking.Strict);
        if (World.Environment.Compile(text, CelChecking.Lenient).Program is { } program)
        {
            CelJson.Format(program.Evaluate(World.Frame(steps: 20_000)));
        }
    }

    private static string Mutate(string text, string[] expressions, Random random)
    {
        var at = random.Next(text.Length + 1);
        var other = expressions[random.Next(expressions.Length)];
        return random.Next(5) switch
        {
            0 => text[..at],
            1 => text.Insert(at, Tokens[random.Next(Tokens.Length)]),
            2 => text.Remove(at, Math.Min(text.Length - at, random.Next(1, 4))),
            3 => text[..at] + other[random.Next(other.Length)..],
            _ => text.Insert(at, $" + ({other})"),
        };
    }

    /// <summary>A text that can always be parsed.</summary>
    private static string Tree(Random random, int depth)
    {
        string[] leaves =
        [
            "1", "2", "0", "1.5", "3u", "'a'", "true", "count", "ratio", "names", "report.total", "report.missing", "anything",
        ];
        string[] binary = ["+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||", "in"];
        if (depth == 0 || random.Next(4) == 0)
        {
            return leaves[random.Next(leaves.Length)];
        }

        var (a, b) = (Tree(random, depth - 1), Tree(random, depth - 1));
        return random.Next(9) switch
        {
            0 => $"[{a}, {b}]",
            1 => $"({a} ? {b} : {Tree(random, depth - 1)})",
            2 => $"!({a})",
            3 => $"[{a}].all(x, x == {b})",
            4 => $"size([{a}, {b}])",
            _ => $"({a} {binary[random.Next(binary.Length)]} {b})",
        };
    }
}
