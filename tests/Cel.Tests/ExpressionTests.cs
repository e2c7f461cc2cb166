using System.Globalization;

namespace Validation.Cel.Tests;

/// <summary>The tables: an expression and what comes of it, as JSON and type, as an error, or as a problem of its syntax.</summary>
public sealed class ExpressionTests
{
    private const int LeastRows = 450;

    private static readonly CelEnvironment Environment = new([]);

    public static TheoryData<string, string, string> Rows { get; } = Read();

    [Theory]
    [MemberData(nameof(Rows))]
    public void Evaluate_OfTheTables_GivesWhatTheySay(string place, string expression, string expected)
    {
        var actual = Evaluate(expression);
        (expected.StartsWith("error", StringComparison.Ordinal)
            ? actual.StartsWith("error", StringComparison.Ordinal) && actual.Contains(expected[5..].Trim(), StringComparison.Ordinal)
            : actual == expected).ShouldBeTrue($"{place}: {expression}\n  gives {actual}\n  not   {expected}");
    }

    [Fact]
    public void Tables_AllTogether_AreLarge()
    {
        Rows.Count.ShouldBeGreaterThan(LeastRows);
    }

    private static string Evaluate(string expression)
    {
        var compilation = Environment.Compile(expression, CelChecking.Lenient);
        if (compilation.Program is null)
        {
            compilation.Problems.Count.ShouldBe(1);
            return "problem";
        }

        var result = CelJson.Format(compilation.Program.Evaluate(new([], new(100_000))));
        return result.Error is null ? $"{result.Json} {result.Type}" : $"error {result.Error.Message}";
    }

    private static TheoryData<string, string, string> Read()
    {
        var data = new TheoryData<string, string, string>();
        var folder = Path.Combine(AppContext.BaseDirectory, "Tables");
        foreach (var file in Directory.EnumerateFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (line.Split(" ==> ") is [var expression, var expected])
                {
                    data.Add(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(file)}:{number}"), expression, expected);
                }
            }
        }

        return data;
    }
}
