using Validation.Interop.Client;
using Validation.Interop.Tests.Support;

namespace Validation.Interop.Tests;

/// <summary>Each case with each pair of a client and a server, as programs of their own.</summary>
[Collection(SharedPrograms.Name)]
public sealed class CaseTests(Programs programs)
{
    public static TheoryData<string, string> OwnRows => Rows(Peer.Own);

    public static TheoryData<string, string> PythonRows => Rows(Peer.Python);

    public static TheoryData<string, string> NodeRows => Rows(Peer.Node);

    [Theory]
    [MemberData(nameof(OwnRows))]
    public Task Case_AmongOurselves_Passes(string pairing, string name)
    {
        return PassesAsync(pairing, name);
    }

    [ForeignTheory(Peer.Python)]
    [MemberData(nameof(PythonRows))]
    public Task Case_WithGrpcio_Passes(string pairing, string name)
    {
        return PassesAsync(pairing, name);
    }

    [ForeignTheory(Peer.Node)]
    [MemberData(nameof(NodeRows))]
    public Task Case_WithGrpcJs_Passes(string pairing, string name)
    {
        return PassesAsync(pairing, name);
    }

    private static TheoryData<string, string> Rows(string other)
    {
        var rows = new TheoryData<string, string>();
        foreach (var pairing in Pairing.All.Where(pairing => pairing.Other == other))
        {
            foreach (var each in InteropCase.All)
            {
                rows.Add(pairing.Title, each.Name);
            }
        }

        return rows;
    }

    private async Task PassesAsync(string pairing, string name)
    {
        var results = await programs.ResultsAsync(Pairing.Of(pairing));
        var result = results.GetValueOrDefault(name, "did not run");
        (result.StartsWith("passed", StringComparison.Ordinal) || result.StartsWith("n/a: ", StringComparison.Ordinal))
            .ShouldBeTrue($"{name} {result}");
    }
}
