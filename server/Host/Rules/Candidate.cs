using System.Text;
using Grpc.Core;
using Validation.V1;

namespace Validation.Server.Rules;

/// <summary>An overlay that a client sent, looked at as far as its form goes. What its rules say is the engine's to judge.</summary>
internal static class Candidate
{
    /// <summary>The most that an overlay may hold, in bytes of UTF-8.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>The most files.</summary>
    public const int MaxFiles = 2_000;

    private const int MaxPath = 200;

    /// <summary>The files, by path.</summary>
    /// <exception cref="RpcException">INVALID_ARGUMENT or RESOURCE_EXHAUSTED: they cannot be the files of a rule set.</exception>
    public static IReadOnlyList<RuleFile> Read(RuleOverlay? overlay)
    {
        var files = overlay?.Files.ToList() ?? [];
        if (files.Count > MaxFiles || files.Sum(file => (long)Encoding.UTF8.GetByteCount(file.Text)) > MaxBytes)
        {
            throw new RpcException(new Status(StatusCode.ResourceExhausted, Texts.CandidateTooLarge(MaxBytes, MaxFiles)));
        }

        if (files.FirstOrDefault(file => !IsPath(file.Path)) is { } wrong)
        {
            throw Invalid(Texts.PathInvalid(wrong.Path));
        }

        // On Windows these would be one file.
        if (files.GroupBy(file => file.Path, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw Invalid(Texts.PathTwice(twice.Key));
        }

        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static RpcException Invalid(string reason)
    {
        return new RpcException(new Status(StatusCode.InvalidArgument, reason));
    }

    /// <summary>A path that leads to the same file on every system, and not out of its folder.</summary>
    private static bool IsPath(string path)
    {
        return path.Length is > 0 and <= MaxPath
            && path.Split('/').All(part => part.Trim(' ', '.') == part && part.Length > 0)
            && path.All(letter => !char.IsControl(letter) && !@"\:*?""<>|".Contains(letter, StringComparison.Ordinal))
            && (path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal));
    }
}
