using Validation.Client.Wording;

namespace Validation.Cli.Rendering;

/// <summary>The colours that a text may have.</summary>
internal enum Ink
{
    Plain,
    Strong,
    Faint,
    Bad,
    Doubtful,
    Note,
    Good,

    /// <summary>Struck through, where the output can: words that stand beside it must say so too.</summary>
    Struck,
}

/// <summary>Some words in one colour.</summary>
internal readonly record struct Words(string Text, Ink Ink = Ink.Plain)
{
    /// <summary>A text without any words.</summary>
    public static Words None { get; } = new(string.Empty);
}

/// <summary>Writes wrapped and indented lines. Without colours it writes no escape codes, whatever the text holds.</summary>
/// <param name="output">Where the lines go.</param>
/// <param name="columns">The width to wrap at; null: no wrapping.</param>
/// <param name="colours">Whether the output understands colours.</param>
internal sealed class PageWriter(TextWriter output, int? columns, bool colours)
{
    private const int NarrowestColumn = 20;

    /// <summary>Ends a paragraph with an empty line.</summary>
    public void Blank() => output.WriteLine();

    /// <summary>One paragraph. A word never stands beside the margin: its further lines begin where its first text began.</summary>
    /// <param name="indent">Columns left of the first line.</param>
    /// <param name="lead">What stands before the text, such as "依据："; further lines are indented by its width too.</param>
    /// <param name="text">The text.</param>
    public void Paragraph(int indent, Words lead, params ReadOnlySpan<Words> text)
    {
        var hanging = indent + TextWidth.Of(lead.Text);
        var room = columns is { } width ? Math.Max(NarrowestColumn, width - hanging) : (int?)null;
        output.Write(new string(' ', indent));
        Write(lead);
        var used = 0;
        foreach (var words in text)
        {
            var lines = LineBreaker.Break(OutsideText.Line(words.Text), room, used);
            for (var i = 0; i < lines.Count; i++)
            {
                if (i > 0)
                {
                    output.WriteLine();
                    output.Write(new string(' ', hanging));
                    used = 0;
                }

                Write(words with { Text = lines[i] });
                used += TextWidth.Of(lines[i]);
            }
        }

        output.WriteLine();
    }

    private void Write(Words words)
    {
        var code = colours ? Code(words.Ink) : null;
        output.Write(code is null ? OutsideText.Line(words.Text) : $"\e[{code}m{OutsideText.Line(words.Text)}\e[0m");
    }

    private static string? Code(Ink ink) => ink switch
    {
        Ink.Strong => "1",
        Ink.Faint => "2",
        Ink.Bad => "31",
        Ink.Doubtful => "33",
        Ink.Note => "36",
        Ink.Good => "32",
        Ink.Struck => "2;9",
        _ => null,
    };
}
