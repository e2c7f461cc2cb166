using System.Diagnostics.CodeAnalysis;

namespace Validation.Client.Page;

/// <summary>The address of a file as a browser takes it (RFC 8089), such as <c>file:///C:/%E5%B9%B4%E6%8A%A5.docx</c>.</summary>
internal readonly record struct FileAddress
{
    private const string Scheme = "file://";
    private const string LongPath = @"\\?\";
    private const string LongShare = @"\\?\UNC\";
    private const string Device = @"\\.\";

    private FileAddress(string text) => Text = text;

    /// <summary>The address; of what a path may hold, only letters, digits and "-._~" are not escaped.</summary>
    public string Text { get; }

    /// <summary>The address of a path of Windows (with a drive's letter, or a share's) or of POSIX.</summary>
    /// <param name="path">The path; one that is not absolute counts from the current folder.</param>
    /// <returns>Null: nothing has this address, because the path names a device or is not made of whole characters.</returns>
    public static FileAddress? Of(string path)
    {
        if (path.Length == 0 || !IsWhole(path) || path.StartsWith(Device, StringComparison.Ordinal))
        {
            return null;
        }

        if (path.StartsWith(LongShare, StringComparison.OrdinalIgnoreCase))
        {
            return OfShare(path[LongShare.Length..]);
        }

        var plain = path.StartsWith(LongPath, StringComparison.Ordinal) ? path[LongPath.Length..] : path;
        return plain switch
        {
            [var drive, ':', '\\' or '/', ..] when char.IsAsciiLetter(drive) =>
                new FileAddress($"{Scheme}/{drive}:{Escaped(plain[2..].Replace('\\', '/'))}"),
            ['\\', '\\', ..] => OfShare(plain[2..]),
            ['/', ..] => new FileAddress(Scheme + Escaped("/" + plain.TrimStart('/'))),
            _ => TryComplete(plain, out var whole) ? Of(whole) : null,
        };
    }

    private static FileAddress? OfShare(string path)
    {
        var parts = path.Replace('\\', '/');
        return parts.IndexOf('/', StringComparison.Ordinal) > 0 ? new FileAddress(Scheme + Escaped(parts)) : null;
    }

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static bool TryComplete(string path, [NotNullWhen(true)] out string? whole)
    {
        whole = Path.GetFullPath(path);
        return Path.IsPathFullyQualified(whole) && !string.Equals(whole, path, StringComparison.Ordinal);
    }

    // A name that is no valid text cannot be told to a browser: what it would get is another name.
    private static bool IsWhole(string path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (char.IsSurrogatePair(path, i))
            {
                i++;
            }
            else if (path[i] is '\0' or '\uFFFD' || char.IsSurrogate(path[i]))
            {
                return false;
            }
        }

        return true;
    }
}
