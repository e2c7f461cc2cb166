using Google.Protobuf;
using Grpc.Core;
using Validation.V1;

namespace Validation.Client.Connection;

/// <summary>The list of bodies and the accepted findings of a server. Part of a <see cref="RuleConnection"/>, and lives as long.
/// Thread-safe. Failures are outcomes, never exceptions; only a cancelled token throws.</summary>
public sealed class RecordConnection
{
    private readonly BodyAdmin.BodyAdminClient _bodies;
    private readonly AcceptanceAdmin.AcceptanceAdminClient _acceptances;
    private readonly RuleConnection _connection;

    internal RecordConnection(RuleConnection connection, ChannelBase channel)
    {
        _connection = connection;
        _bodies = new BodyAdmin.BodyAdminClient(channel);
        _acceptances = new AcceptanceAdmin.AcceptanceAdminClient(channel);
    }

    /// <summary>Replaces the whole list of bodies.</summary>
    public Task<RuleOutcome<ImportBodiesReply>> ImportAsync(ImportBodiesRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _bodies.ImportAsync(request, call), cancellationToken);

    /// <summary>Asks for the list of bodies, or for those whose names contain a text.</summary>
    public Task<RuleOutcome<ListBodiesReply>> ListBodiesAsync(ListBodiesRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _bodies.ListAsync(request, call), cancellationToken);

    /// <summary>Asks which body of the list a name belongs to.</summary>
    public Task<RuleOutcome<MatchBodyReply>> MatchAsync(string name, CancellationToken cancellationToken) =>
        CallAsync(call => _bodies.MatchAsync(new MatchBodyRequest { Name = name }, call), cancellationToken);

    /// <summary>Removes a body from the list.</summary>
    public Task<RuleOutcome<RemoveBodyReply>> RemoveAsync(string name, CancellationToken cancellationToken) =>
        CallAsync(call => _bodies.RemoveAsync(new RemoveBodyRequest { Name = name }, call), cancellationToken);

    /// <summary>Accepts a finding on the server, for a time and with a reason.</summary>
    public Task<RuleOutcome<AcceptReply>> AcceptAsync(AcceptRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _acceptances.AcceptAsync(request, call), cancellationToken);

    /// <summary>The accepted findings, the newest first.</summary>
    public Task<RuleOutcome<ListAcceptancesReply>> ListAcceptancesAsync(
        ListAcceptancesRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _acceptances.ListAsync(request, call), cancellationToken);

    /// <summary>Revokes an acceptance, with a reason.</summary>
    public Task<RuleOutcome<RevokeAcceptanceReply>> RevokeAsync(RevokeAcceptanceRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _acceptances.RevokeAsync(request, call), cancellationToken);

    private Task<RuleOutcome<T>> CallAsync<T>(Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellationToken)
        where T : class, IMessage<T> =>
        _connection.AdministerAsync(call, cancellationToken);
}
