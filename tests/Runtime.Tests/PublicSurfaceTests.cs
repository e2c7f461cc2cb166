using System.Reflection;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Net.Client;
using Validation.Runtime.Tests.Support;
using Validation.Tests.Support;

namespace Validation.Runtime.Tests;

/// <summary>The runtime has nothing that the packages lack for which it stands in: then either can take the other's place.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly string Approved = Path.Combine(SourceTree.Root, "tests", "Runtime.Tests", "Approved", "public-surface.txt");

    // Both Grpc.Net.Client and Grpc.AspNetCore.Server bring it; there the class of this name is split between two packages.
    private const string Common = "Grpc.Net.Common";

    [Fact]
    public void PublicSurface_OfTheRuntime_EqualsTheApprovedOne()
    {
        var actual = Lines(typeof(Metadata).Assembly, "Grpc.Core.Api")
            .Concat(Lines(typeof(GrpcChannel).Assembly, "Grpc.Net.Client"))
            .Concat(Lines(typeof(GrpcServiceOptions).Assembly, "Grpc.AspNetCore.Server"))
            .Order(StringComparer.Ordinal)
            .ToList();
        var approved = File.Exists(Approved) ? File.ReadAllLines(Approved) : [];
        var received = Path.Combine(AppContext.BaseDirectory, "public-surface.txt");
        File.WriteAllLines(received, actual);

        var approve = "Look each new line up in the sources of the package that it begins with; what is not there becomes internal. "
            + $"To approve the surface as it is now: cp '{received}' '{Approved}'";
        actual.Except(approved, StringComparer.Ordinal).ShouldBeEmpty($"The public surface has grown. {approve}");
        approved.Except(actual, StringComparer.Ordinal).ShouldBeEmpty($"The public surface has shrunk. {approve}");
    }

    private static IEnumerable<string> Lines(Assembly assembly, string package) =>
        PublicSurface.Of(assembly).Select(line => $"{(IsCommon(line) ? Common : package)}: {line}");

    private static bool IsCommon(string line) => line.Contains(" ReadAllAsync<", StringComparison.Ordinal);
}
