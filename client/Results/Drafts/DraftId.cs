using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Validation.Client.Drafts;

/// <summary>What tells a draft from all others without its path: 24 hexadecimal digits that are made from the path. Whoever has one can
/// name a draft that the monitor knows, and no other file.</summary>
public sealed record DraftId
{
    private const int Bytes = 12;

    private DraftId(string text) => Text = text;

    /// <summary>The digits, in lower case.</summary>
    public string Text { get; }

    /// <summary>The id of the draft with a path.</summary>
    public static DraftId Of(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new DraftId(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, Bytes)));
    }

    /// <summary>Reads an id as <see cref="Text"/> gives it, and nothing else.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out DraftId? id)
    {
        ArgumentNullException.ThrowIfNull(text);
        id = text.Length == 2 * Bytes && text.All(char.IsAsciiHexDigitLower) ? new DraftId(text) : null;
        return id is not null;
    }
}
