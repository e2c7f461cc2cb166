using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Validation.Cli.Lines;

/// <summary>A line of the input: what the server is asked, or why it is not asked.</summary>
/// <param name="Text">The line; empty: the server is not asked, or the line is empty.</param>
/// <param name="Problem">Why the server is not asked; null: it is.</param>
internal readonly record struct InputLine(string Text, string? Problem);

/// <summary>What is said of lines that cannot be sent.</summary>
/// <param name="TooLong">Of one that is too long.</param>
/// <param name="Empty">Of one that is empty; null: it can be sent.</param>
internal sealed record LineProblems(string TooLong, string? Empty);

/// <summary>Splits bytes into lines and gives each line as soon as its end has arrived. A line that is too long is reported and not kept
/// in memory.</summary>
/// <param name="input">The bytes, UTF-8.</param>
/// <param name="problems">What is said of lines that cannot be sent.</param>
internal sealed class InputLines(Stream input, LineProblems problems)
{
    /// <summary>The longest line that servers take, in characters.</summary>
    public const int MostCharacters = 20_000;

    private const int MostBytes = MostCharacters * 3;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ArrayBufferWriter<byte> _line = new();
    private bool _first = true;
    private bool _tooLong;

    /// <summary>Reads the lines. Text behind the last line end counts as a line unless it is empty.</summary>
    public async IAsyncEnumerable<InputLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var buffer = new byte[64 << 10];
        int length;
        // A terminal's input cannot be cancelled.
        while ((length = await input.ReadAsync(buffer, cancellationToken).AsTask().WaitAsync(cancellationToken)) > 0)
        {
            var start = 0;
            for (int end; (end = buffer.AsSpan(start, length - start).IndexOf((byte)'\n')) >= 0; start += end + 1)
            {
                Add(buffer.AsSpan(start, end));
                yield return Take();
            }

            Add(buffer.AsSpan(start, length - start));
        }

        if (_line.WrittenCount > 0 || _tooLong)
        {
            yield return Take();
        }
    }

    private void Add(ReadOnlySpan<byte> bytes)
    {
        // One more for the "\r" that may follow.
        _tooLong |= _line.WrittenCount + bytes.Length > MostBytes + 1;
        if (!_tooLong)
        {
            _line.Write(bytes);
        }
    }

    private InputLine Take()
    {
        var line = _tooLong ? new InputLine(string.Empty, problems.TooLong) : Decode(_line.WrittenSpan);
        _line.ResetWrittenCount();
        (_tooLong, _first) = (false, false);
        return line;
    }

    private InputLine Decode(ReadOnlySpan<byte> bytes)
    {
        bytes = _first && bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        bytes = bytes is [.., (byte)'\r'] ? bytes[..^1] : bytes;
        try
        {
            return Check(Utf8.GetString(bytes), problems);
        }
        catch (DecoderFallbackException)
        {
            return new InputLine(string.Empty, LineTexts.NotUtf8);
        }
    }

    /// <summary>Says why a text cannot be sent, if it cannot.</summary>
    public static InputLine Check(string text, LineProblems problems)
    {
        var problem = text switch
        {
            { Length: 0 } => problems.Empty,
            { Length: > MostCharacters } => problems.TooLong,
            _ when text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar) && !IsWellFormed(text) => LineTexts.NotUtf8,
            _ => null,
        };
        return new InputLine(problem is null ? text : string.Empty, problem);
    }

    /// <summary>Whether the text can be written as UTF-8. A text of the command line may hold half of a surrogate pair.</summary>
    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!Rune.TryGetRuneAt(text, i, out var rune))
            {
                return false;
            }

            i += rune.Utf16SequenceLength - 1;
        }

        return true;
    }
}
