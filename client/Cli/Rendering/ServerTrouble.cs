using Validation.Client.Connection;
using Validation.Client.Drafts;

namespace Validation.Cli.Rendering;

/// <summary>Collects drafts that were not checked because of the server, to print each reason once with the number of its drafts.</summary>
internal sealed class ServerTrouble
{
    private readonly Dictionary<string, (string First, int Count)> _reasons = new(StringComparer.Ordinal);

    /// <summary>The sentence for a server that cannot be asked at all, with what the user can do.</summary>
    public static string Sentence(CheckFailure failure) => failure.Kind switch
    {
        FailureKind.ServerUntrusted => CliTexts.UntrustedServer(failure.Message),
        FailureKind.ServerUnreachable => CliTexts.NoServer(failure.Message),
        _ => failure.Message,
    };

    /// <summary>Takes the outcome if the server is its reason.</summary>
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

    /// <summary>Prints each reason once, with the first draft that it concerned and how many there were.</summary>
    public void Write(PageWriter page)
    {
        foreach (var (reason, (first, count)) in _reasons)
        {
            page.Paragraph(0, Words.None, new(RenderingTexts.ServerTrouble(count, first), Ink.Doubtful), new(reason));
            page.Blank();
        }
    }
}
