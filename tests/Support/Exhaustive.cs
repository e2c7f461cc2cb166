using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Validation.Tests.Support;

/// <summary>
/// Tests of every case that there is, or of thousands. A run tries some of them, which its seed picks; TESTS_SEED repeats the choice of an
/// earlier run, and TESTS_ALL=1 tries every one. What fails names its cases, and says how they come again.
/// </summary>
internal static class Exhaustive
{
    private const int ShownFailures = 20;

    private static readonly bool IsWhole = Environment.GetEnvironmentVariable("TESTS_ALL") == "1";

    /// <summary>What picks the cases.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("TESTS_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : Random.Shared.Next();

    /// <summary>How the same cases are tried again.</summary>
    public static string Again { get; } = IsWhole
        ? "every case was tried, TESTS_ALL=1"
        : string.Create(CultureInfo.InvariantCulture, $"the same cases again: TESTS_SEED={Seed}, every case: TESTS_ALL=1");

    /// <summary>How many cases this run tries.</summary>
    public static int Count(int all, int some) => IsWhole ? all : some;

    /// <summary>The cases that this run tries, in their order.</summary>
    /// <param name="cases">All there are.</param>
    /// <param name="some">How many are tried, unless all are.</param>
    /// <param name="row">The row of a theory, so that its rows do not all try the same ones.</param>
    /// <param name="test">The test.</param>
    public static IReadOnlyList<T> Pick<T>(IEnumerable<T> cases, int some, object? row = null, [CallerMemberName] string test = "")
    {
        var all = cases.ToArray();
        if (IsWhole || some >= all.Length)
        {
            return all;
        }

        var numbers = Enumerable.Range(0, all.Length).ToArray();
        new Random(SeedOf($"{test} {row}")).Shuffle(numbers);
        return [.. numbers.Take(some).Order().Select(number => all[number])];
    }

    /// <summary>Tries the cases that this run picks, each to its end, and fails with those that failed.</summary>
    /// <inheritdoc cref="Pick"/>
    public static void Try<T>(
        IEnumerable<T> cases, int some, Action<T> attempt, object? row = null, [CallerMemberName] string test = "")
    {
        var failures = new List<string>();
        var picked = Pick(cases, some, row, test);
        foreach (var one in picked)
        {
            try
            {
                attempt(one);
            }
            catch (Exception fault)
            {
                failures.Add($"{one}: {fault.Message}");
            }
        }

        Report(failures, picked.Count);
    }

    /// <inheritdoc cref="Try"/>
    public static async Task TryAsync<T>(
        IEnumerable<T> cases, int some, Func<T, Task> attempt, object? row = null, [CallerMemberName] string test = "")
    {
        var failures = new List<string>();
        var picked = Pick(cases, some, row, test);
        foreach (var one in picked)
        {
            try
            {
                await attempt(one);
            }
            catch (Exception fault)
            {
                failures.Add($"{one}: {fault.Message}");
            }
        }

        Report(failures, picked.Count);
    }

    private static void Report(List<string> failures, int tried)
    {
        if (failures.Count > 0)
        {
            var shown = string.Join('\n', failures.Take(ShownFailures));
            Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{failures.Count} of {tried} cases failed ({Again}):\n{shown}"));
        }
    }

    // Another number for each test, and the same one in every process: string.GetHashCode would not do.
    private static int SeedOf(string test) =>
        Encoding.UTF8.GetBytes(test).Aggregate(Seed, (number, value) => unchecked((number * 31) + value));
}
