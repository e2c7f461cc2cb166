using System.Diagnostics.CodeAnalysis;

namespace Validation.Client.Drafts;

/// <summary>What an address asks of the program.</summary>
public enum ProgramWish
{
    /// <summary>The report of a draft.</summary>
    Report,

    /// <summary>The draft itself, in its own program.</summary>
    File,

    /// <summary>A copy of the draft with comments.</summary>
    Comments,

    /// <summary>The page of all drafts.</summary>
    AllDrafts,

    /// <summary>How it stands with the server.</summary>
    Server,
}

/// <summary>
/// An address with which a page or a notification has the program do something, such as
/// <c>validation-report:comments/0123456789abcdef01234567</c>. Anybody can write one, a page of the internet too. So it names a draft by
/// its id, which only leads to a draft that is known, and never holds a path.
/// </summary>
/// <param name="Wish">What is asked for.</param>
/// <param name="Draft">The draft; null: the wish is about none.</param>
public sealed record ProgramAddress(ProgramWish Wish, DraftId? Draft = null)
{
    /// <summary>What the addresses begin with, before the colon.</summary>
    public const string Scheme = "validation-report";

    private static readonly (ProgramWish Wish, string Name)[] OfDrafts =
        [(ProgramWish.Report, "report"), (ProgramWish.File, "file"), (ProgramWish.Comments, "comments")];

    private static readonly (ProgramWish Wish, string Name)[] OfNone =
        [(ProgramWish.AllDrafts, "all"), (ProgramWish.Server, "server")];

    /// <summary>The address as it is written: lower case letters, digits, and one "-", ":" and "/".</summary>
    public string Text => Draft is null ? $"{Scheme}:{NameIn(OfNone)}" : $"{Scheme}:{NameIn(OfDrafts)}/{Draft.Text}";

    /// <summary>Reads an address as <see cref="Text"/> gives it. Whatever differs in a single character is none.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out ProgramAddress? address)
    {
        ArgumentNullException.ThrowIfNull(text);
        address = null;
        if (!text.StartsWith(Scheme + ":", StringComparison.Ordinal))
        {
            return false;
        }

        var rest = text[(Scheme.Length + 1)..];
        foreach (var (wish, name) in OfNone)
        {
            address = string.Equals(rest, name, StringComparison.Ordinal) ? new ProgramAddress(wish) : address;
        }

        foreach (var (wish, name) in OfDrafts)
        {
            var isNamed = rest.StartsWith(name + "/", StringComparison.Ordinal);
            address = isNamed && DraftId.TryParse(rest[(name.Length + 1)..], out var id) ? new ProgramAddress(wish, id) : address;
        }

        return address is not null;
    }

    private string NameIn((ProgramWish Wish, string Name)[] names) => names.First(one => one.Wish == Wish).Name;
}
