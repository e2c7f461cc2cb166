using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Validation.Client.Connection;

/// <summary>
/// Finds out why an address gives no answer: what speaks there, and at which address the service is instead. It sends nothing of a draft
/// and no key. Thread-safe: callers that come together share one look.
/// </summary>
/// <param name="address">The address.</param>
/// <param name="options">Time-outs, clock and trust.</param>
internal sealed class AddressProbe(ServerAddress address, ConnectionOptions options)
{
    private const int MostHeard = 16 << 10;
    private const string Http1 = "HTTP/1.";

    // The first byte of what a server that expects TLS answers to anything else: a record with an alert (RFC 8446, section 5.1).
    private const char Alert = '\x15';

    // What Kestrel answers to HTTP/1.1 where it speaks HTTP/2 alone.
    private const string Http2Only = "HTTP/2 only";

    // The header in which a server names its gRPC port to those who ask at its web port.
    private const string GrpcHeader = "x-validation-grpc-port:";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // Longer: somebody has just spoken at that host, and a busy machine takes its time for the first call.
    private static readonly TimeSpan PatienceWithTheRight = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private Task<WrongAddress?>? _look;
    private long _lookedAt;

    /// <summary>What is wrong with the address, in Chinese, with the right one if it can be known.</summary>
    /// <returns>Null: nothing, as far as can be seen; the service may just be away.</returns>
    public async Task<string?> ExplainAsync() => (await FindAsync())?.Explanation;

    /// <summary>The same with the right address as such.</summary>
    public Task<WrongAddress?> FindAsync()
    {
        lock (_lock)
        {
            if (_look is null || options.Time.GetElapsedTime(_lookedAt) > Holds)
            {
                _lookedAt = options.Time.GetTimestamp();
                _look = LookAsync();
            }

            return _look;
        }
    }

    private async Task<WrongAddress?> LookAsync()
    {
        foreach (var uri in address.Uris)
        {
            if (await LookAsync(uri) is { } wrong)
            {
                return wrong;
            }
        }

        return null;
    }

    private static bool IsTls(Uri uri) => string.Equals(uri.Scheme, Uri.UriSchemeHttps, StringComparison.Ordinal);

    private async Task<WrongAddress?> LookAsync(Uri uri)
    {
        var here = Text(uri);
        var (isTls, heard) = IsTls(uri) ? (true, await AskOverTlsAsync(uri)) : (false, await AskAsync(uri));
        if (isTls && heard is null)
        {
            heard = await AskAsync(uri);
            var plain = uri.IsLoopback ? Text(With(uri, Uri.UriSchemeHttp, uri.Port)) : null;
            return heard is null or { Length: 0 } ? null
                : SpeaksHttp2(heard) ? new WrongAddress(ConnectionTexts.NotEncrypted(here, plain), uri, plain)
                : await OtherPortAsync(uri, heard);
        }

        if (heard is { Length: > 0 } && heard[0] != Alert)
        {
            return SpeaksHttp2(heard) ? null : await OtherPortAsync(uri, heard);
        }

        var speaksTls = !isTls && heard is not null && await AskOverTlsAsync(uri) is not null;
        var encrypted = Text(With(uri, Uri.UriSchemeHttps, uri.Port));
        return speaksTls ? new WrongAddress(ConnectionTexts.Encrypted(here, encrypted), uri, encrypted) : null;
    }

    private async Task<WrongAddress?> OtherPortAsync(Uri uri, string heard)
    {
        if (!heard.StartsWith(Http1, StringComparison.Ordinal))
        {
            return null;
        }

        var named = NamedPort(heard);
        var right = await ServiceAtAsync(uri, named ?? ServerAddress.DefaultPort);
        var explanation = named is null ? ConnectionTexts.OldProtocol(Text(uri), right) : ConnectionTexts.WebPort(Text(uri), right);
        return new WrongAddress(explanation, uri, right);
    }

    // A port that was named is only a hint: whoever forwards it may give it another number.
    private async Task<string?> ServiceAtAsync(Uri uri, int port)
    {
        // Whoever stands between could bring a clerk to send drafts in plain text: that is proposed on this machine alone.
        string[] schemes = !IsTls(uri) ? [Uri.UriSchemeHttp, Uri.UriSchemeHttps]
            : uri.IsLoopback ? [Uri.UriSchemeHttps, Uri.UriSchemeHttp]
            : [Uri.UriSchemeHttps];
        foreach (var scheme in schemes)
        {
            var text = Text(With(uri, scheme, port));
            if (port != uri.Port && ServerAddress.TryParse(text, out var other))
            {
                using var connection = new ValidationConnection(other, options with { Key = null });
                if (await connection.AnswersAsync(PatienceWithTheRight, CancellationToken.None))
                {
                    return text;
                }
            }
        }

        return null;
    }

    private static int? NamedPort(string heard)
    {
        var line = heard.Split("\r\n").FirstOrDefault(line => line.StartsWith(GrpcHeader, StringComparison.OrdinalIgnoreCase));
        return ushort.TryParse(line?[GrpcHeader.Length..], out var port) && port > 0 ? port : null;
    }

    private static bool SpeaksHttp2(string heard) => heard[0] == '\0' || heard.Contains(Http2Only, StringComparison.Ordinal);

    private static Uri With(Uri uri, string scheme, int port) => new UriBuilder(scheme, uri.Host, port).Uri;

    private static string Text(Uri uri) => uri.GetLeftPart(UriPartial.Authority);

    /// <returns>What is answered over an encrypted connection: nothing at all where that speaks HTTP/2, or where the server does not prove
    /// its identity. Null: there is no encrypted connection.</returns>
    private async Task<string?> AskOverTlsAsync(Uri uri)
    {
        using var late = new CancellationTokenSource(Patience);
        var wish = options.Trust.Options();
        var judge = wish.RemoteCertificateValidationCallback!;
        var showsCertificate = false;
        wish.TargetHost = uri.IdnHost;
        wish.ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11];
        wish.RemoteCertificateValidationCallback = (sender, certificate, chain, errors) =>
        {
            showsCertificate = true;
            return judge(sender, certificate, chain, errors);
        };
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(uri.Host, uri.Port, late.Token);
            await using var tls = new SslStream(client.GetStream());
            await tls.AuthenticateAsClientAsync(wish, late.Token);
            return tls.NegotiatedApplicationProtocol == SslApplicationProtocol.Http2 ? string.Empty : await AskAsync(tls, uri, late.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or AuthenticationException or OperationCanceledException)
        {
            return showsCertificate ? string.Empty : null;
        }
    }

    /// <returns>What is answered to HTTP/1.1; empty: the connection is ended, or nothing comes. Null: there is no connection.</returns>
    private static async Task<string?> AskAsync(Uri uri)
    {
        using var late = new CancellationTokenSource(Patience);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(uri.Host, uri.Port, late.Token);
            return await AskAsync(client.GetStream(), uri, late.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            return null;
        }
    }

    private static async Task<string> AskAsync(Stream stream, Uri uri, CancellationToken cancellationToken)
    {
        var heard = new byte[MostHeard];
        var length = 0;
        try
        {
            var question = $"GET /v1/status HTTP/1.1\r\nHost: {uri.Authority}\r\nConnection: close\r\n\r\n";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(question), cancellationToken);
            while (length < heard.Length && await stream.ReadAsync(heard.AsMemory(length), cancellationToken) is var read and > 0)
            {
                length += read;
            }
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // What came until then tells enough.
        }

        return Encoding.Latin1.GetString(heard, 0, length);
    }
}

/// <summary>An address at which something else answers than the service.</summary>
/// <param name="Explanation">What is wrong, in Chinese, with the right address if it is known.</param>
/// <param name="Wrong">The address.</param>
/// <param name="Right">The address at which the service is instead; null: not known.</param>
internal sealed record WrongAddress(string Explanation, Uri Wrong, string? Right);
