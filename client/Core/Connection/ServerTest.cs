using Grpc.Core;

namespace Validation.Client.Connection;

/// <summary>Asks a server for no more than to answer, before somebody relies on it. It sends nothing of a draft.</summary>
public static class ServerTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Asks each address of a server.</summary>
    /// <param name="server">The server, or several.</param>
    /// <param name="trust">Whose certificates it may show.</param>
    /// <param name="key">The key that it is shown; null: none.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<ServerTestResult> RunAsync(
        ServerAddress server, ServerTrust trust, ServerKey? key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(trust);
        var options = new ConnectionOptions { Trust = trust, Key = key, Timeout = Patience };
        var answers = await Task.WhenAll(server.Each().Select(one => AskAsync(one, options, cancellationToken)));
        return new ServerTestResult(
            answers.All(answer => answer.Answers), string.Join('\n', answers.Select(answer => answer.Text)), Mended(server, answers));
    }

    private static async Task<(bool Answers, string Text, string? Right)> AskAsync(
        ServerAddress server, ConnectionOptions options, CancellationToken cancellationToken)
    {
        using var connection = new RuleConnection(server, options: options);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        late.CancelAfter(Patience);
        try
        {
            await foreach (var reply in connection.WatchAsync(string.Empty, late.Token))
            {
                if (reply.Version.Length > 0)
                {
                    return (true, ConnectionTexts.Answers(server, reply.Version), null);
                }
            }

            return (false, ConnectionTexts.StreamEnded, null);
        }
        catch (RpcException e) when (!late.IsCancellationRequested)
        {
            var wrong = Failures.IsOfTransport(e.Status) ? await connection.Probe.FindAsync() : null;
            return (false, wrong?.Explanation ?? RuleFailures.From(e.Status, server, Patience).Message, wrong?.Right);
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return (false, ConnectionTexts.TimedOut(Patience), null);
        }
    }

    /// <summary>The server with the right addresses in place of the wrong ones; null: none is known, or they do not fit together.</summary>
    private static ServerAddress? Mended(ServerAddress server, (bool Answers, string Text, string? Right)[] answers)
    {
        var texts = server.Each().Zip(answers, (one, answer) => answer.Right ?? one.ToString());
        return answers.Any(answer => answer.Right is not null) && ServerAddress.TryParse(string.Join(',', texts), out var mended)
            ? mended
            : null;
    }
}

/// <summary>What came of a test.</summary>
/// <param name="Answers">Whether every address answers.</param>
/// <param name="Text">What answered, or what is wrong, in Chinese: a line for each address.</param>
/// <param name="Right">The address to take instead; null: none is known.</param>
public sealed record ServerTestResult(bool Answers, string Text, ServerAddress? Right);
