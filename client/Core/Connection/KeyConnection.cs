using Google.Protobuf;
using Grpc.Core;
using Validation.V1;

namespace Validation.Client.Connection;

/// <summary>Makes, lists and revokes keys of a server. Part of a <see cref="RuleConnection"/>, and lives as long. Thread-safe. Failures
/// are outcomes, never exceptions; only a cancelled token throws.</summary>
public sealed class KeyConnection
{
    private readonly KeyAdmin.KeyAdminClient _client;
    private readonly RuleConnection _connection;

    internal KeyConnection(RuleConnection connection, ChannelBase channel)
    {
        _connection = connection;
        _client = new KeyAdmin.KeyAdminClient(channel);
    }

    /// <summary>Makes a key. The reply is the only place that holds its secret.</summary>
    public Task<RuleOutcome<CreateKeyReply>> CreateAsync(CreateKeyRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _client.CreateAsync(request, call), cancellationToken);

    /// <summary>Lists all keys without their secrets.</summary>
    public Task<RuleOutcome<ListKeysReply>> ListAsync(CancellationToken cancellationToken) =>
        CallAsync(call => _client.ListAsync(new ListKeysRequest(), call), cancellationToken);

    /// <summary>Revokes a key, with a reason.</summary>
    public Task<RuleOutcome<RevokeKeyReply>> RevokeAsync(RevokeKeyRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _client.RevokeAsync(request, call), cancellationToken);

    /// <summary>Reads the audit: what was done and what was refused, the newest first.</summary>
    public Task<RuleOutcome<AuditReply>> AuditAsync(AuditRequest request, CancellationToken cancellationToken) =>
        CallAsync(call => _client.AuditAsync(request, call), cancellationToken);

    private Task<RuleOutcome<T>> CallAsync<T>(Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellationToken)
        where T : class, IMessage<T> =>
        _connection.AdministerAsync(call, cancellationToken);
}
