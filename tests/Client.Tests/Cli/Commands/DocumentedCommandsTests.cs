using System.Text.RegularExpressions;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Cli.Commands;

/// <summary>Whoever copies a command from the documents gets no complaint about commands or options that are not there.</summary>
public sealed partial class DocumentedCommandsTests : IDisposable
{
    // What the documents call the reader's own files; some commands look for them while they are parsed.
    private static readonly string[] OwnFiles = ["规则/热线.yaml", "年报文件夹/年报.docx", "年报.docx", "年报.txt", "机关名单.csv"];

    private static readonly string[] Folders = ["client", "protos", "server", ".github"];

    private readonly TestFolder _folder = new();
    private readonly TestTerminal _terminal = new();

    public DocumentedCommandsTests()
    {
        foreach (var name in OwnFiles)
        {
            _folder.Write(name, "");
        }
    }

    public static TheoryData<string, string> Commands()
    {
        var documents = Folders
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(SourceTree.Root, folder), "*.md", SearchOption.AllDirectories))
            .Where(document => !document.Contains("node_modules", StringComparison.Ordinal))
            .Append(Path.Combine(SourceTree.Root, "README.md"));
        var commands = new TheoryData<string, string>();
        foreach (var document in documents.Order(StringComparer.Ordinal))
        {
            foreach (Match block in CodeBlock().Matches(File.ReadAllText(document)))
            {
                foreach (Match line in CommandOfBlock().Matches(block.Value))
                {
                    commands.Add(Path.GetRelativePath(SourceTree.Root, document), line.Groups["arguments"].Value.Trim());
                }
            }
        }

        return commands;
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void CommandLine_OfADocument_IsUnderstood(string document, string command)
    {
        var words = Word().Matches(command).Select(word => word.Value.Trim('"'));

        _terminal.Complaints([.. words.Select(Own)]).ShouldBeEmpty($"{document}: validate {command}");
    }

    public void Dispose()
    {
        _terminal.Dispose();
        _folder.Dispose();
    }

    private string Own(string word) => Path.Exists(_folder.File(word)) ? _folder.File(word) : word;

    [GeneratedRegex(
        @"^[ ]*```(sh|console)$.*?^[ ]*```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CodeBlock();

    // Up to a comment, a pipe or a redirection.
    [GeneratedRegex(
        @"^ *(\$ )?(validate|dotnet run --project client/Cli --) (?<arguments>[^#|>\n]+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex CommandOfBlock();

    [GeneratedRegex("\"[^\"]*\"|[^\\s\"]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
