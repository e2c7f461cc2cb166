using System.Globalization;
using System.Text.RegularExpressions;
using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>A real nginx with the file that is deployed, in which only addresses and paths are others.</summary>
internal sealed partial class Nginx : IAsyncDisposable
{
    private const string Debian = "/usr/sbin/nginx";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("validation-nginx-");
    private readonly int _port = FreePort.Next();
    private ChildProcess? _process;

    /// <param name="servers">The servers behind it, such as "127.0.0.1:40001".</param>
    /// <param name="certificates">The folder with ca.pem and server.pem.</param>
    public Nginx(IReadOnlyList<string> servers, string certificates)
    {
        var deployed = File.ReadAllText(Repository.PathOf("server", "deploy", "nginx", "validation.conf"));
        var number = 0;
        var adapted = Server().Replace(deployed, _ => servers[number++ % servers.Count])
            .Replace("listen 443 ", string.Create(CultureInfo.InvariantCulture, $"listen 127.0.0.1:{_port} "), StringComparison.Ordinal)
            .Replace("/etc/nginx/validation/", certificates + "/", StringComparison.Ordinal);
        number.ShouldBe(2 * servers.Count);
        File.WriteAllText(Path.Combine(_folder.FullName, "validation.conf"), adapted);
        File.WriteAllText(Path.Combine(_folder.FullName, "nginx.conf"), Main());
    }

    /// <summary>Why tests that need it are skipped. Null: they are not.</summary>
    public static string? Skip =>
        Program is not null || Environment.GetEnvironmentVariable("TESTS_PROMISE_NGINX") == "1"
            ? null
            : "nginx is missing; bash tests/run.sh installs what it may";

    /// <summary>Where it listens.</summary>
    public string Address => string.Create(CultureInfo.InvariantCulture, $"https://127.0.0.1:{_port}");

    private static string? Program { get; } =
        (Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [])
            .Select(folder => Path.Combine(folder, "nginx")).Append(Debian).FirstOrDefault(File.Exists);

    /// <summary>What nginx itself says of the configuration: an exit code of 0 when it is good.</summary>
    public Task<Finished> TestAsync()
    {
        return ChildProcess.RunAsync(Program!, "-t", "-q", "-p", _folder.FullName, "-c", Path.Combine(_folder.FullName, "nginx.conf"));
    }

    public void Start()
    {
        string[] options = ["-p", _folder.FullName, "-c", Path.Combine(_folder.FullName, "nginx.conf")];
        _process = ChildProcess.Start(Program!, options, folder: "/tmp");
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private string Main()
    {
        var temporary = new[] { "client_body", "proxy", "fastcgi", "uwsgi", "scgi" }
            .Select(kind => $"  {kind}_temp_path {_folder.FullName}/{kind};");
        var user = Environment.UserName == "root" ? "user root;\n" : "";
        return $$"""
            {{user}}daemon off;
            pid {{_folder.FullName}}/nginx.pid;
            error_log {{_folder.FullName}}/error.log warn;
            worker_processes 2;
            events { worker_connections 1024; }
            http {
              access_log off;
            {{string.Join('\n', temporary)}}
              include {{_folder.FullName}}/validation.conf;
            }
            """;
    }

    [GeneratedRegex(@"10\.0\.0\.\d+:5081", RegexOptions.NonBacktracking)]
    private static partial Regex Server();
}

/// <summary>A test that needs nginx and PostgreSQL: skipped where one is missing, unless the test command has promised it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NginxFactAttribute : FactAttribute
{
    public NginxFactAttribute()
    {
        Skip = Nginx.Skip ?? PostgresCluster.Skip;
    }
}
