using System.Text.RegularExpressions;

namespace Validation.Server.Web.OpenApi;

/// <summary>The comments of the contract, by full name: generated code does not keep them. Immutable.</summary>
internal sealed partial class ProtoComments
{
    private readonly Dictionary<string, string> _comments = new(StringComparer.Ordinal);

    /// <summary>The comments of the contract that this server was built with.</summary>
    public static ProtoComments Own { get; } = ReadOwn();

    /// <summary>The comment of a message, field, enum or value. Null: there is none.</summary>
    public string? Of(string fullName)
    {
        return _comments.GetValueOrDefault(fullName);
    }

    /// <summary>Takes a file in, as the contract is written: one declaration a line, its comment before it.</summary>
    public void Add(string proto)
    {
        var scopes = new Stack<string>();
        var scope = Package().Match(proto).Groups["name"].Value;
        var comment = new List<string>();
        foreach (var line in proto.Split('\n').Select(line => line.Trim()))
        {
            if (line.StartsWith("//", StringComparison.Ordinal))
            {
                comment.Add(line[2..].Trim());
                continue;
            }

            if (Declaration().Match(line) is { Success: true } declaration)
            {
                var name = $"{scope}.{declaration.Groups["name"].Value}";
                if (comment.Count > 0)
                {
                    _comments[name] = string.Join(' ', comment);
                }

                if (line.EndsWith('{'))
                {
                    scopes.Push(scope);
                    // The fields of a oneof belong to its message.
                    scope = line.StartsWith("oneof ", StringComparison.Ordinal) ? scope : name;
                }
            }
            else if (line == "}" && scopes.TryPop(out var outer))
            {
                scope = outer;
            }

            comment.Clear();
        }
    }

    private static ProtoComments ReadOwn()
    {
        var assembly = typeof(ProtoComments).Assembly;
        var comments = new ProtoComments();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".proto", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            comments.Add(reader.ReadToEnd());
        }

        return comments;
    }

    [GeneratedRegex(@"^package (?<name>[\w.]+);", RegexOptions.Multiline, 1000)]
    private static partial Regex Package();

    [GeneratedRegex(
        @"^((message|enum|service|rpc|oneof)\s+(?<name>\w+)|([\w.<>, ]+\s+)?(?<name>\w+)\s*=\s*\d+\s*(\[.*\])?;)",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Declaration();
}
