using Validation.Client;

namespace Validation.Cli.Rendering;

/// <summary>Drafts that were not checked because of the server, each reason told once: a thousand equal lines help nobody.</summary>
internal sealed class ServerTrouble
{
    private readonly Dictionary<string, (string First, int Count)> _reasons = new(StringComparer.Ordinal);

    /// <summary>The sentence for a server that cannot be asked at all, with what the user can do.</summary>
    public static string Sentence(CheckFailure failure) => failure.Kind switch
    {
        FailureKind.ServerUntrusted => Texts.UntrustedServer(failure.Message),
        FailureKind.ServerUnreachable => Texts.NoServer(failure.Message),
        _ => failure.Message,
    };

    /// <summary>Keeps the outcome in mind if the server is its reason.</summary>
    /// <returns>Whether it is.</returns>
    public bool Takes(CheckOutcome outcome)
    {
        if (outcome.Failure is not { } failure || failure.Kind is FailureKind.FileUnreadable or FailureKind.FileTooLarge)
        {
            return false;
        }

        var name = outcome.Draft.FilePath ?? outcome.Draft.Name;
        var known = _reasons.GetValueOrDefault(failure.Message, (name, 0));
        _reasons[failure.Message] = (known.Item1, known.Item2 + 1);
        return true;
    }

    /// <summary>Prints the reasons.</summary>
    public void Write(PageWriter page)
    {
        foreach (var (reason, (first, count)) in _reasons)
        {
            page.Paragraph(0, Words.None, new(Texts.ServerTrouble(count, first), Ink.Doubtful), new(reason));
            page.Blank();
        }
    }
}
