using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Google.Protobuf;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Formats.Tests.Replies;

/// <summary>
/// The digests of replies that were looked at and approved, a line each: name, verdict, number of findings, digest. A change of the code
/// that is to change no finding changes no line. Whoever changes a finding on purpose copies what the failed test wrote over the file.
/// </summary>
internal static partial class ApprovedReplies
{
    /// <summary>Where every reply is written as JSON, to compare the replies of two builds file by file. Null: nowhere.</summary>
    private static readonly string? Folder = Environment.GetEnvironmentVariable("TESTS_REPLIES");

    private static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithIndentation());

    /// <summary>A line of an approved file, for one reply.</summary>
    public static string Line(string name, ValidateReply reply)
    {
        var text = Text(name, reply);
        return $"{name}\t{reply.Verdict}\t{reply.Findings.Count}\t{Digest(text)}";
    }

    /// <summary>A line of an approved file, for many replies whose names begin alike.</summary>
    public static string Line(string name, IEnumerable<(string Name, ValidateReply Reply)> replies)
    {
        var all = new StringBuilder();
        var count = 0;
        foreach (var (own, reply) in replies)
        {
            all.Append(Text($"{name}/{own}", reply));
            count++;
        }

        return $"{name}\t{count} replies\t\t{Digest(all.ToString())}";
    }

    /// <summary>Compares lines with an approved file. A difference is written beside the test's program, ready to be copied.</summary>
    /// <param name="file">The name of the approved file.</param>
    /// <param name="lines">The lines as they are now.</param>
    public static void Compare(string file, IReadOnlyList<string> lines)
    {
        var approved = File.ReadAllLines(Path.Combine(SourceTree.Root, "tests", "Formats.Tests", "approved", file));
        if (!approved.SequenceEqual(lines))
        {
            File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, file), lines);
        }

        lines.Except(approved)
            .ShouldBeEmpty($"these replies are not the approved ones; {file} as it is now lies beside the test's program");
        approved.Except(lines).ShouldBeEmpty();
    }

    // The bytes of a converted file hold the time of day, and the duration is that of this machine. Boxes of PDF depend on the version of
    // LibreOffice and its fonts: they are written out for a comparison on one machine, and are no part of the digest.
    private static string Text(string name, ValidateReply reply)
    {
        var own = reply.Clone();
        own.Provenance.Duration = null;
        own.Provenance.EngineVersion = string.Empty;
        own.Provenance.RuleSetVersion = string.Empty;
        own.Provenance.DocumentSha256 = string.Empty;
        var text = Json.Format(own);
        if (Folder is not null)
        {
            var path = Path.Combine(Folder, name + ".json");
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return Box().Replace(text, string.Empty);
    }

    [GeneratedRegex("\"box\": \\{[^}]*\\}", RegexOptions.NonBacktracking)]
    private static partial Regex Box();

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
