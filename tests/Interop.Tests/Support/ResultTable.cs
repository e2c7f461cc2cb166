using System.Globalization;
using System.Text;
using Validation.Interop.Client;
using Validation.Tests.Support;

namespace Validation.Interop.Tests.Support;

/// <summary>Writes the results of a whole run to tests/Interop/README.md. The same results give the same file.</summary>
internal static class ResultTable
{
    private const string Begin = "<!-- results -->";

    public static async Task WriteAsync(IReadOnlyDictionary<Pairing, IReadOnlyDictionary<string, string>> results)
    {
        var file = Path.Combine(SourceTree.Root, "tests", "Interop", "README.md");
        var old = await File.ReadAllTextAsync(file);
        var text = old[..(old.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)] + "\n\n" + Table(results) + await VersionsAsync();
        if (text != old)
        {
            await File.WriteAllTextAsync(file, text);
        }
    }

    private static string Table(IReadOnlyDictionary<Pairing, IReadOnlyDictionary<string, string>> results)
    {
        var notes = new List<string>();
        var table = new StringBuilder();
        Row(table, Pairing.All.Select(pairing => pairing.Title).Prepend("case"));
        Row(table, Pairing.All.Select(_ => "---").Prepend("---"));
        foreach (var each in InteropCase.All)
        {
            Row(table, Pairing.All.Select(pairing => Cell(results[pairing].GetValueOrDefault(each.Name), notes)).Prepend(each.Name));
        }

        table.Append('\n');
        foreach (var (index, note) in notes.Index())
        {
            table.Append(CultureInfo.InvariantCulture, $"{index + 1}. {note}\n");
        }

        return table.ToString();
    }

    private static string Cell(string? result, List<string> notes)
    {
        if (result is null or "passed")
        {
            return result ?? "not run";
        }

        string[] known = ["passed, but ", "n/a: "];
        var beginning = Array.Find(known, text => result.StartsWith(text, StringComparison.Ordinal));
        if (beginning is null)
        {
            return "failed";
        }

        var note = result[beginning.Length..];
        if (!notes.Contains(note))
        {
            notes.Add(note);
        }

        return $"{beginning.Split(',', ':')[0]} ({(notes.IndexOf(note) + 1).ToString(CultureInfo.InvariantCulture)})";
    }

    private static void Row(StringBuilder table, IEnumerable<string> cells)
    {
        table.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
    }

    private static async Task<string> VersionsAsync()
    {
        const string Python = "import sys, grpc, google.protobuf as p; "
            + "print('grpcio', grpc.__version__, 'with protobuf', p.__version__, 'on Python', sys.version.split()[0])";
        var package = Peer.File(Peer.NodeFolder, "node_modules/@grpc/grpc-js/package.json");
        var python = await ChildProcess.RunAsync(ForeignRuntime.Python.Program, "-c", Python);
        var node = await ChildProcess.RunAsync(
            "node", "-e", $"console.log('grpc-js', require('{package}').version, 'on Node.js', process.versions.node)");
        return $"\nPeers: {python.Output.Trim()}; {node.Output.Trim()}; ours on .NET {Environment.Version.Major}.\n";
    }
}
