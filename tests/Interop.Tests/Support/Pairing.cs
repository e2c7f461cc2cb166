namespace Validation.Interop.Tests.Support;

/// <summary>Who calls whom: a column of the table.</summary>
internal sealed record Pairing(string Client, string Server, bool Tls)
{
    public static IReadOnlyList<Pairing> All { get; } =
    [
        new(Peer.Own, Peer.Own, false),
        new(Peer.Own, Peer.Own, true),
        new(Peer.Python, Peer.Own, false),
        new(Peer.Python, Peer.Own, true),
        new(Peer.Node, Peer.Own, false),
        new(Peer.Node, Peer.Own, true),
        new(Peer.Own, Peer.Python, false),
        new(Peer.Own, Peer.Node, false),
    ];

    public string Title => $"{Client} → {Server}{(Tls ? ", TLS" : "")}";

    /// <summary>The foreign side; ours if both are.</summary>
    public string Other => Client == Peer.Own ? Server : Client;

    public static Pairing Of(string title)
    {
        return All.First(pairing => pairing.Title == title);
    }
}
