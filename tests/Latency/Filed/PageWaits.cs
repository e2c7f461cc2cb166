using System.Diagnostics;
using System.Net;
using System.Text;

namespace Validation.Latency.Filed;

/// <summary>Measures how long the pages about reports on file take, asked for over HTTP as a browser does.</summary>
/// <param name="address">Where the pages are.</param>
/// <param name="bodies">How many bodies have reports.</param>
/// <param name="years">On how many years each, from <paramref name="first"/> on.</param>
/// <param name="first">The first of the years.</param>
/// <param name="superior">The name of the body above all of them.</param>
internal sealed class PageWaits(string address, int bodies, int years, int first, string superior) : IDisposable
{
    private const int Calls = 60;
    private const string Standings = "<table class=\"list standings\"";
    private const string Filed = "<table class=\"list filed\"";
    private const string Missing = "<table class=\"list missing\"";

    private readonly HttpClient _http = new() { BaseAddress = new Uri(address) };
    private readonly Random _random = new(3);

    private int Year => first + _random.Next(years);

    private string AnyBody => Uri.EscapeDataString(GeneratedReports.Body(_random.Next(bodies)));

    private int LastYear => first + Math.Max(years - 1 - _random.Next(years), Math.Min(years, 5) - 1);

    /// <summary>Measures every page.</summary>
    /// <param name="rule">A rule that found something.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The slowest median, in milliseconds.</returns>
    public async Task<double> RunAsync(string rule, CancellationToken cancellationToken)
    {
        var below = Uri.EscapeDataString(superior);
        (string Name, Func<string> Path, string Expected)[] pages =
        [
            ("overview, first page", () => Invariant($"/overview?to={LastYear}"), "class=\"mark accepted\""),
            ("overview, any page", () => Invariant($"/overview?to={LastYear}&page={1 + _random.Next((bodies / 50) + 1)}"), Standings),
            ("overview of ten years", () => Invariant($"/overview?to={LastYear}&years=10"), Standings),
            ("overview below a body", () => Invariant($"/overview?to={LastYear}&superior={below}"), Standings),
            ("overview, one body looked for", () => Invariant($"/overview?to={LastYear}&q={AnyBody}"), Standings),
            ("most frequent findings", () => Invariant($"/overview/findings?year={Year}"), $"<td>{rule}</td>"),
            ("reports of a year", () => Invariant($"/overview/reports?year={Year}"), Filed),
            ("reports of a year with a finding", () => Invariant($"/overview/reports?year={Year}&rule={rule}"), Filed),
            ("reports below a body", () => $"/overview/reports?superior={below}", Filed),
            ("reminder list, one body", () => Invariant($"/overview/missing?year={Year}"), Missing),
            ("reminder list, all bodies", () => Invariant($"/overview/missing?year={first + years}"), Missing),
            ("one report", () => Invariant($"/overview/report?id=g{(Year * 10_000) + _random.Next(bodies)}"), "class=\"applications\""),
            ("overview as xlsx", () => Invariant($"/overview/export?format=xlsx&to={LastYear}"), "PK"),
            ("overview as CSV", () => Invariant($"/overview/export?format=csv&to={LastYear}"), GeneratedReports.Body(0)),
        ];
        var slowest = 0.0;
        foreach (var (name, path, expected) in pages)
        {
            slowest = Math.Max(slowest, await MeasureAsync(name, path, expected, cancellationToken));
        }

        return slowest;
    }

    public void Dispose()
    {
        _http.Dispose();
    }

    private async Task<double> MeasureAsync(string name, Func<string> path, string expected, CancellationToken cancellationToken)
    {
        var waits = new List<double>(Calls);
        var bytes = 0L;
        for (var i = -Calls / 4; i < Calls; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            using var response = await _http.GetAsync(path(), cancellationToken);
            var content = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            var wait = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            if (response.StatusCode != HttpStatusCode.OK
                || !Encoding.UTF8.GetString(content).Contains(expected, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The page \"{name}\" is not what was expected: {response.StatusCode}.");
            }

            // The first ones compile what is needed.
            if (i >= 0)
            {
                waits.Add(wait);
                bytes = content.Length;
            }
        }

        waits.Sort();
        var (median, late) = (waits[Calls / 2], waits[Calls * 95 / 100]);
        Console.WriteLine(Invariant(
            $"page, {name}: median {median:F0} ms, 95th percentile {late:F0} ms, most {waits[^1]:F0} ms, {bytes >> 10} KiB"));
        return median;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
