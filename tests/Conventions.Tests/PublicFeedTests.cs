using System.Text.Json;
using Validation.Tests.Support;

namespace Validation.Conventions.Tests;

/// <summary>Where the packages are reachable, <c>-p:PublicFeed=true</c> puts them in the place of protos/Runtime and the tray's
/// shell.</summary>
public sealed class PublicFeedTests
{
    private const string Runtime = "protos/Runtime/";

    // Their tests look into the runtime, so that they go when it does.
    private const string RuntimeTests = "tests/Runtime.Tests/Runtime.Tests.csproj";

    public static TheoryData<string> Projects =>
        [.. Repository.ProjectFiles.Select(Repository.Relative).Where(file => !file.StartsWith(Runtime, StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Projects))]
    public async Task PublicFeed_InEachProject_ReplacesTheRuntimeByItsPackages(string project)
    {
        var own = await EvaluateAsync(project, publicFeed: false);
        var swapped = await EvaluateAsync(project, publicFeed: true);

        swapped.Projects.ShouldNotContain(file => Packages.ContainsKey(file));
        own.Packages.ShouldNotContain(package => Packages.Values.Contains(package));
        if (project != RuntimeTests)
        {
            var replaced = own.Projects.Where(Packages.ContainsKey).Select(file => Packages[file]);
            swapped.Packages.Except(own.Packages, StringComparer.Ordinal).ShouldBe(replaced, ignoreOrder: true);
            swapped.Projects.ShouldBe(own.Projects.Where(file => !Packages.ContainsKey(file)));
        }
    }

    private static Dictionary<string, string> Packages { get; } = new(StringComparer.Ordinal)
    {
        [Runtime + "Core/Runtime.Core.csproj"] = "Grpc.Core.Api",
        [Runtime + "Client/Runtime.Client.csproj"] = "Grpc.Net.Client",
        [Runtime + "Server/Runtime.Server.csproj"] = "Grpc.AspNetCore.Server",
        ["client/Tray/Shell/Shell.csproj"] = "H.NotifyIcon",
    };

    private static async Task<(IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)> EvaluateAsync(
        string project, bool publicFeed)
    {
        var file = Path.Combine(SourceTree.Root, project);
        var run = await ChildProcess.RunAsync(
            "dotnet", "msbuild", file, $"-p:PublicFeed={publicFeed}", "-getItem:ProjectReference", "-getItem:PackageReference");
        run.ExitCode.ShouldBe(0, run.Output + run.Errors);
        using var result = JsonDocument.Parse(run.Output);
        var items = result.RootElement.GetProperty("Items");
        var folder = Path.GetDirectoryName(file)!;
        return (
            [.. Identities(items, "ProjectReference").Select(each => Repository.Relative(Path.GetFullPath(each, folder)))],
            [.. Identities(items, "PackageReference")]);
    }

    private static IEnumerable<string> Identities(JsonElement items, string kind)
    {
        return items.GetProperty(kind).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!);
    }
}
