using System.Diagnostics;
using System.Reflection;
using Validation.Client.Connection;

namespace Validation.Cli.Demo;

/// <summary>Finds the server's program: an executable beside this one, else the project in the repository around it.</summary>
internal static class ServerProgram
{
    private const string Executable = "validation-server";
    private const string Solution = "Validation.sln";

    /// <summary>How to start a server that answers at an address; null: there is no server here.</summary>
    /// <param name="address">The address.</param>
    /// <param name="data">The folder for its data.</param>
    public static ProcessStartInfo? Find(ServerAddress address, string data)
    {
        var start = Beside() ?? InRepository();
        if (start is not null)
        {
            start.ArgumentList.Add($"--Validation:GrpcUrl={address}");
            start.ArgumentList.Add("--Validation:WebUrl=http://127.0.0.1:0");
            start.ArgumentList.Add($"--Validation:DataFolder={data}");
            start.RedirectStandardOutput = true;
            start.RedirectStandardError = true;
            start.RedirectStandardInput = true;
        }

        return start;
    }

    private static ProcessStartInfo? Beside()
    {
        var name = OperatingSystem.IsWindows() ? Executable + ".exe" : Executable;
        var path = Path.Combine(AppContext.BaseDirectory, name);
        return File.Exists(path) ? new ProcessStartInfo(path) : null;
    }

    private static ProcessStartInfo? InRepository()
    {
        var root = Above(AppContext.BaseDirectory) ?? Above(Environment.CurrentDirectory);
        if (root is null)
        {
            return null;
        }

        var configuration = typeof(ServerProgram).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "Debug";
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = root,
            ArgumentList = { "run", "--project", "server/Host", "--configuration", configuration, "--no-launch-profile", "--" },
        };
        // The build must leave no process of its own behind.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";
        return start;
    }

    private static string? Above(string folder)
    {
        for (var place = new DirectoryInfo(folder); place is not null; place = place.Parent)
        {
            if (File.Exists(Path.Combine(place.FullName, Solution)))
            {
                return place.FullName;
            }
        }

        return null;
    }
}
