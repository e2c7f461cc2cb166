using Dapper;
using Validation.Server.Store;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Support;

/// <summary>Empty databases of every kind that this machine has.</summary>
internal sealed class Databases(PostgresCluster postgres) : IDisposable
{
    private const string Sqlite = "SQLite";
    private const string Postgres = "PostgreSQL";

    private readonly List<TemporaryFolder> _folders = [];

    public static TheoryData<string> Names => PostgresCluster.Skip is null ? [Sqlite, Postgres] : [Sqlite];

    public async Task<StoreDialect> NewAsync(string kind)
    {
        if (kind == Postgres)
        {
            return new PostgresDialect(await postgres.CreateDatabaseAsync());
        }

        var folder = new TemporaryFolder();
        _folders.Add(folder);
        return new SqliteDialect(new DataFolder(folder.PathOf("data")));
    }

    /// <summary>The option that has a server use a new database, shared by all servers with the same option.</summary>
    public async Task<string> OptionAsync(string kind)
    {
        if (kind == Postgres)
        {
            return $"Database={await postgres.CreateDatabaseAsync()}";
        }

        var folder = new TemporaryFolder();
        _folders.Add(folder);
        return $"DataFolder={folder.PathOf("data")}";
    }

    public static async Task ExecuteAsync(StoreDialect dialect, string sql)
    {
        await using var connection = await dialect.OpenAsync(CancellationToken.None);
        await connection.ExecuteAsync(sql);
    }

    /// <summary>A statement that has every insert into a table fail.</summary>
    public static string Break(string kind, string table)
    {
        return kind == Postgres
            ? $"""
                CREATE FUNCTION fail() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'disk full'; END $$ LANGUAGE plpgsql;
                CREATE TRIGGER fault BEFORE INSERT ON {table} EXECUTE FUNCTION fail();
                """
            : $"CREATE TRIGGER fault BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'disk full'); END";
    }

    /// <summary>A statement that undoes the other.</summary>
    public static string Mend(string kind, string table)
    {
        return kind == Postgres ? $"DROP TRIGGER fault ON {table}; DROP FUNCTION fail();" : "DROP TRIGGER fault";
    }

    public void Dispose()
    {
        foreach (var folder in _folders)
        {
            folder.Dispose();
        }
    }
}
