using System.Diagnostics.CodeAnalysis;

namespace Validation.Client.Connection;

/// <summary>The address of the service: scheme, host and port; or several addresses of servers with the same rules, of which any may be
/// asked. Immutable.</summary>
public sealed record ServerAddress
{
    /// <summary>The environment variable that holds the address for a whole machine or session.</summary>
    public const string EnvironmentVariable = "VALIDATION_SERVER";

    /// <summary>The port of an address that names none.</summary>
    public const int DefaultPort = 5081;

    private const char Separator = ',';
    private const int Most = 16;

    private ServerAddress(params IReadOnlyList<Uri> uris)
    {
        Uris = uris;
    }

    /// <summary>A server on this machine with its default settings.</summary>
    public static ServerAddress Default { get; } = new(new Uri($"http://127.0.0.1:{DefaultPort}"));

    /// <summary>The address as a channel takes it; the path is always empty. The first one of several.</summary>
    public Uri Uri => Uris[0];

    /// <summary>All addresses, of one scheme and without repetition: at least one.</summary>
    public IReadOnlyList<Uri> Uris { get; }

    /// <summary>True: every server runs on this machine.</summary>
    public bool IsLocal => Uris.All(uri => uri.IsLoopback);

    /// <summary>Reads an address as <see cref="TryParse(string, out ServerAddress?)"/> does, and says what is wrong with a text that is
    /// none.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="address">The address; null when the text is none.</param>
    /// <param name="problem">What is wrong with the text, in Chinese; null when nothing is.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out ServerAddress? address, [NotNullWhen(false)] out string? problem)
    {
        var known = TryParse(text, out address);
        problem = known ? null : ConnectionTexts.BadAddress(text);
        return known;
    }

    /// <summary>Reads an address such as "https://10.1.2.3:5081". Without a scheme it is http, and then without a port 5081. Several
    /// addresses, at most 16 and all of one scheme, stand between commas.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ServerAddress? address)
    {
        ArgumentNullException.ThrowIfNull(text);
        var uris = new List<Uri>();
        foreach (var one in text.Split(Separator))
        {
            if (!TryParseOne(one, out var uri)
                || !string.Equals(uri.Scheme, (uris.FirstOrDefault() ?? uri).Scheme, StringComparison.Ordinal))
            {
                address = null;
                return false;
            }

            uris.Add(uri);
        }

        address = uris.Count <= Most ? new ServerAddress([.. uris.Distinct()]) : null;
        return address is not null;
    }

    /// <summary>The addresses one by one, each as an address of its own.</summary>
    public IEnumerable<ServerAddress> Each() => Uris.Select(uri => new ServerAddress(uri));

    /// <summary>Equal when the addresses are, in the same order.</summary>
    public bool Equals(ServerAddress? other) => other is not null && Uris.SequenceEqual(other.Uris);

    /// <inheritdoc/>
    public override int GetHashCode() => Uri.GetHashCode();

    /// <inheritdoc/>
    public override string ToString() => string.Join(Separator, Uris.Select(uri => uri.GetLeftPart(UriPartial.Authority)));

    private static bool TryParseOne(string text, [NotNullWhen(true)] out Uri? address)
    {
        address = null;
        var bare = !text.Contains("://", StringComparison.Ordinal);
        if (!Uri.TryCreate((bare ? "http://" : string.Empty) + text.Trim(), UriKind.Absolute, out var uri) || !IsPlain(uri))
        {
            return false;
        }

        var saysPort = !uri.IsDefaultPort || text.TrimEnd(' ', '/').EndsWith(":80", StringComparison.Ordinal);
        var port = bare && !saysPort ? DefaultPort : uri.Port;
        address = new UriBuilder(uri.Scheme, uri.Host, port).Uri;
        return true;
    }

    private static bool IsPlain(Uri uri) =>
        (string.Equals(uri.Scheme, Uri.UriSchemeHttp, StringComparison.Ordinal)
            || string.Equals(uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal))
        && uri.Host.Length > 0
        && uri.Port > 0
        && string.Equals(uri.PathAndQuery, "/", StringComparison.Ordinal)
        && uri.UserInfo.Length == 0
        && uri.Fragment.Length == 0;
}
