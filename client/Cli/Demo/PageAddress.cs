using System.Globalization;
using System.Text.RegularExpressions;
using Validation.Client.Connection;

namespace Validation.Cli.Demo;

/// <summary>Finds out where the web pages of a server on this machine are.</summary>
internal static partial class PageAddress
{
    /// <summary>Where the pages are unless somebody has configured something else.</summary>
    public static readonly Uri Default = new("http://127.0.0.1:5080");

    // The header in which a server names its gRPC port to those who ask at its web port.
    private const string PortHeader = "x-validation-grpc-port";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>The address of the pages of a server that runs.</summary>
    /// <param name="server">Where the server answers.</param>
    /// <param name="places">Where its pages may be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The address. Null: the server is on another machine, or its pages are in none of these places.</returns>
    public static async Task<Uri?> FindAsync(ServerAddress server, IEnumerable<Uri> places, CancellationToken cancellationToken)
    {
        if (!server.IsLocal)
        {
            return null;
        }

        using var http = new HttpClient { Timeout = Patience };
        foreach (var place in places)
        {
            if (await HasPagesAsync(http, place, server.Uri.Port, cancellationToken))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>The addresses that a server says it listens at, in what it printed.</summary>
    public static IEnumerable<Uri> In(IEnumerable<string> lines) =>
        lines.SelectMany(line => Address().Matches(line)).Select(match => new Uri(match.Value));

    private static async Task<bool> HasPagesAsync(HttpClient http, Uri place, int port, CancellationToken cancellationToken)
    {
        try
        {
            using var status = await http.GetAsync(new Uri(place, "/v1/status"), cancellationToken);
            var named = status.Headers.TryGetValues(PortHeader, out var values) ? string.Concat(values) : string.Empty;
            if (named != port.ToString(CultureInfo.InvariantCulture))
            {
                return false;
            }

            using var page = await http.GetAsync(new Uri(place, "/check"), cancellationToken);
            return page.IsSuccessStatusCode;
        }
        catch (Exception fault) when (fault is HttpRequestException
            || (fault is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return false;
        }
    }

    [GeneratedRegex(@"\bhttp://127\.0\.0\.1:[0-9]{1,5}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
