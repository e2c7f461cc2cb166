using System.Globalization;

namespace Validation.Tests.Support;

/// <summary>A PostgreSQL of the tests' own, in a temporary folder, reached through a socket in it; ended with the tests.</summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    private const string Account = "postgres";

    private static readonly string? Programs = FindPrograms();
    private static readonly bool IsRoot = Environment.UserName == "root";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-pg-");
    private ChildProcess? _server;
    private int _databases;

    /// <summary>Why tests that need it are skipped. Null: they are not.</summary>
    public static string? Skip =>
        Programs is not null || Environment.GetEnvironmentVariable("TESTS_PROMISE_POSTGRES") == "1"
            ? null
            : "PostgreSQL (initdb) is missing; bash tests/run.sh installs what it may";

    private string Data => Path.Combine(_folder.FullName, "data");

    public async Task InitializeAsync()
    {
        if (Skip is null)
        {
            await RunAsync("chmod", "0755", _folder.FullName);
            await RunAsync("/bin/sh", "-c", IsRoot ? $"chown {Account} {_folder.FullName}" : "true");
            await RunAsync([.. Command("initdb", "-D", Data, "-A", "trust", "-U", Account, "-E", "UTF8", "--locale=C", "-N")]);
            await StartAsync();
        }
    }

    /// <summary>Makes a database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"db{Interlocked.Increment(ref _databases)}");
        await RunAsync([.. Command("psql", "-h", _folder.FullName, "-U", Account, "-d", Account, "-c", $"CREATE DATABASE {name}")]);
        return $"Host={_folder.FullName};Database={name};Username={Account};Pooling=true";
    }

    /// <summary>Runs SQL in a database.</summary>
    public Task ExecuteAsync(string connection, string sql)
    {
        var database = connection.Split(';').First(part => part.StartsWith("Database=", StringComparison.Ordinal))["Database=".Length..];
        return RunAsync(
            [.. Command("psql", "-h", _folder.FullName, "-U", Account, "-d", database, "-v", "ON_ERROR_STOP=1", "-c", sql)]);
    }

    /// <summary>Starts the database server, and waits until it answers.</summary>
    public async Task StartAsync()
    {
        string[] start =
        [
            .. Command(
                "postgres", "-D", Data, "-c", "listen_addresses=", "-c", $"unix_socket_directories={_folder.FullName}", "-c", "fsync=off"),
        ];
        _server = ChildProcess.Start(start[0], start[1..], folder: "/tmp");
        for (var turn = 0; turn < 1800 && !await AnswersAsync(); turn++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }

    /// <summary>Ends the database server as if its machine had failed.</summary>
    public async Task KillAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
            _server = null;
            // The socket stays behind, and its lock with it.
            await RunAsync("/bin/sh", "-c", $"rm -f {Data}/postmaster.pid {_folder.FullName}/.s.PGSQL.*");
        }
    }

    public async Task DisposeAsync()
    {
        await KillAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>The programs refuse to run as root.</summary>
    private static IEnumerable<string> Command(string program, params string[] arguments)
    {
        string[] account = IsRoot ? ["runuser", "-u", Account, "--"] : [];
        return account.Append(Path.Combine(Programs ?? "", program)).Concat(arguments);
    }

    private static async Task RunAsync(params string[] command)
    {
        await using var child = ChildProcess.Start(command[0], command[1..], folder: "/tmp");
        (await child.ExitAsync(Waiting.Longest)).ShouldBe(0, child.Output + child.Errors);
    }

    private static string? FindPrograms()
    {
        var debian = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return debian.Order(StringComparer.Ordinal).Reverse().Select(version => Path.Combine(version, "bin")).Concat(path)
            .FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres")));
    }

    private async Task<bool> AnswersAsync()
    {
        string[] ask = [.. Command("pg_isready", "-h", _folder.FullName)];
        await using var child = ChildProcess.Start(ask[0], ask[1..], folder: "/tmp");
        return await child.ExitAsync(Waiting.Longest) == 0;
    }
}
