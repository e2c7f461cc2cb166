using Dapper;

namespace Validation.Server.Store;

/// <summary>The secrets under which sign-ins and forms are protected. They are only added; all servers of the database share them.
/// Thread-safe.</summary>
/// <remarks>Every method throws a <see cref="StoreException"/> when the database cannot be used.</remarks>
internal sealed class SessionSecretStore(StoreDialect dialect) : DatabaseStore(dialect)
{
    /// <summary>All secrets, in no order.</summary>
    public async Task<IReadOnlyList<string>> AllAsync(CancellationToken cancellationToken)
    {
        const string All = "SELECT content FROM session_secrets";
        return [.. await WithConnectionAsync(connection => connection.QueryAsync<string>(All), cancellationToken)];
    }

    /// <summary>Adds a secret under a name of its own.</summary>
    public Task AddAsync(string name, string content, CancellationToken cancellationToken)
    {
        const string Add = "INSERT INTO session_secrets (name, content) VALUES (@name, @content)";
        return WriteAsync(
            transaction => transaction.Connection!.ExecuteAsync(Add, new { name, content }, transaction), cancellationToken);
    }
}
