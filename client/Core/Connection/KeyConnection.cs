using Google.Protobuf;
using Grpc.Core;
using Validation.V1;

namespace Validation.Client;

/// <summary>The keys of a server: part of a <see cref="RuleConnection"/>, and lives as long. Thread-safe. What goes wrong is an outcome,
/// never an exception; only a cancelled token throws.</summary>
public sealed class KeyConnection
{
    private readonly KeyAdmin.KeyAdminClient _client;
    private readonly RuleConnection _connection;

    internal KeyConnection(RuleConnection connection, ChannelBase channel)
    {
        _connection = connection;
        _client = new KeyAdmin.KeyAdminClient(channel);
    }

    /// <summary>Has a key made. The reply holds its secret, which the server does not keep.</summary>
    public Task<RuleOutcome<CreateKeyReply>> CreateAsync(CreateKeyRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _client.CreateAsync(request, call), cancellationToken);

    /// <summary>The keys that were ever made, without their secrets.</summary>
    public Task<RuleOutcome<ListKeysReply>> ListAsync(CancellationToken cancellationToken) =>
        CallAsync(call => _client.ListAsync(new ListKeysRequest(), call), cancellationToken);

    /// <summary>Takes a key back.</summary>
    public Task<RuleOutcome<RevokeKeyReply>> RevokeAsync(RevokeKeyRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _client.RevokeAsync(request, call), cancellationToken);

    /// <summary>What was done and refused, the newest first.</summary>
    public Task<RuleOutcome<AuditReply>> AuditAsync(AuditRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _client.AuditAsync(request, call), cancellationToken);

    private Task<RuleOutcome<T>> CallAsync<T>(Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellationToken)
        where T : class, IMessage<T> =>
        _connection.AdministerAsync(call, cancellationToken);
}
