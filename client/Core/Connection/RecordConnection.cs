using Google.Protobuf;
using Grpc.Core;
using Validation.V1;

namespace Validation.Client;

/// <summary>The list of bodies and the accepted findings of a server: part of a <see cref="RuleConnection"/>, and lives as long.
/// Thread-safe. What goes wrong is an outcome, never an exception; only a cancelled token throws.</summary>
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

    /// <summary>Replaces the list of bodies.</summary>
    public Task<RuleOutcome<ImportBodiesReply>> ImportAsync(ImportBodiesRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _bodies.ImportAsync(request, call), cancellationToken);

    /// <summary>The bodies.</summary>
    public Task<RuleOutcome<ListBodiesReply>> ListBodiesAsync(ListBodiesRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _bodies.ListAsync(request, call), cancellationToken);

    /// <summary>Whose name it is.</summary>
    public Task<RuleOutcome<MatchBodyReply>> MatchAsync(string name, CancellationToken cancellationToken) =>
        CallAsync(call => _bodies.MatchAsync(new MatchBodyRequest { Name = name }, call), cancellationToken);

    /// <summary>Takes a body off the list.</summary>
    public Task<RuleOutcome<RemoveBodyReply>> RemoveAsync(string name, CancellationToken cancellationToken) =>
        CallAsync(call => _bodies.RemoveAsync(new RemoveBodyRequest { Name = name }, call), cancellationToken);

    /// <summary>Accepts a finding.</summary>
    public Task<RuleOutcome<AcceptReply>> AcceptAsync(AcceptRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _acceptances.AcceptAsync(request, call), cancellationToken);

    /// <summary>The accepted findings, the newest first.</summary>
    public Task<RuleOutcome<ListAcceptancesReply>> ListAcceptancesAsync(
        ListAcceptancesRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _acceptances.ListAsync(request, call), cancellationToken);

    /// <summary>Takes an acceptance back.</summary>
    public Task<RuleOutcome<RevokeAcceptanceReply>> RevokeAsync(RevokeAcceptanceRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _acceptances.RevokeAsync(request, call), cancellationToken);

    private Task<RuleOutcome<T>> CallAsync<T>(Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellationToken)
        where T : class, IMessage<T> =>
        _connection.AdministerAsync(call, cancellationToken);
}
