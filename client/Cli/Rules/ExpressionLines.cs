using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Validation.Cli.Rules;

/// <summary>A line of the input: an expression, or why it is none.</summary>
/// <param name="Text">The expression; empty: there is none.</param>
/// <param name="Problem">Why there is none; null: there is one.</param>
internal readonly record struct ExpressionLine(string Text, string? Problem);

/// <summary>Splits bytes into lines and gives each as soon as its end has come. A line that is too long is not kept.</summary>
/// <param name="input">The bytes, UTF-8.</param>
internal sealed class ExpressionLines(Stream input)
{
    /// <summary>The longest expression that servers take, in characters.</summary>
    public const int MostCharacters = 20_000;

    private const int MostBytes = MostCharacters * 3;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly ArrayBufferWriter<byte> _line = new();
    private bool _first = true;
    private bool _tooLong;

    /// <summary>The lines. What stands behind the last line end counts as a line unless it is empty.</summary>
    public async IAsyncEnumerable<ExpressionLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
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

    private ExpressionLine Take()
    {
        var line = _tooLong ? new ExpressionLine(string.Empty, Texts.ExpressionTooLong(MostCharacters)) : Decode(_line.WrittenSpan);
        _line.ResetWrittenCount();
        (_tooLong, _first) = (false, false);
        return line;
    }

    private ExpressionLine Decode(ReadOnlySpan<byte> bytes)
    {
        bytes = _first && bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
        bytes = bytes is [.., (byte)'\r'] ? bytes[..^1] : bytes;
        try
        {
            return Check(Utf8.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return new ExpressionLine(string.Empty, Texts.ExpressionNotUtf8);
        }
    }

    /// <summary>Says why a text cannot be sent as an expression, if it cannot.</summary>
    public static ExpressionLine Check(string text)
    {
        var problem = text switch
        {
            { Length: 0 } => Texts.ExpressionEmpty,
            { Length: > MostCharacters } => Texts.ExpressionTooLong(MostCharacters),
            _ when text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar) && !IsWellFormed(text) => Texts.ExpressionNotUtf8,
            _ => null,
        };
        return new ExpressionLine(problem is null ? text : string.Empty, problem);
    }

    /// <summary>Whether the text can be written as UTF-8: it may come from a command line.</summary>
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
