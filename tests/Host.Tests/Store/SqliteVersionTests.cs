using Dapper;
using Validation.Server.Store;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Server.Tests.Store;

public sealed class SqliteVersionTests
{
    /// <summary>3.39.2 mended CVE-2022-35737, and 3.50.2 mended CVE-2025-6965.</summary>
    [Fact]
    public async Task SqliteInUse_AsItSays_HasNoKnownHole()
    {
        using var folder = new TemporaryFolder();
        var dialect = new SqliteDialect(new DataFolder(folder.PathOf("data")));
        await using var connection = await dialect.OpenAsync(CancellationToken.None).InTime();

        var version = await connection.ExecuteScalarAsync<string>("SELECT sqlite_version()").InTime();

        Version.Parse(version!).ShouldBeGreaterThanOrEqualTo(new Version(3, 50, 2));
    }
}
