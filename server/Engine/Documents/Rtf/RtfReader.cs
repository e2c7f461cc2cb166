using System.Text;
using Validation.Engine.Documents.Building;

namespace Validation.Engine.Documents.Rtf;

/// <summary>Reads Rich Text Format 1.9: the text of the document and its text boxes, without headers, notes and comments.</summary>
internal sealed class RtfReader(EngineLimits limits)
{
    private readonly RtfFonts _fonts = new();
    private readonly Stack<RtfState> _groups = new();
    private readonly RtfBody _body = new(limits);
    private RtfState _state = new() { UnicodeSkip = 1 };
    private bool _isGroupStart;
    private bool _isOptional;
    private int _skip;

    /// <summary>Reads an RTF file as a document.</summary>
    /// <exception cref="UnreadableException">It is damaged, has no text or goes beyond a limit.</exception>
    public static Document Read(ReadOnlySpan<byte> content, EngineLimits limits, CancellationToken cancellationToken)
    {
        var reader = new RtfReader(limits);
        reader.Record(content, cancellationToken);
        var builder = new DocumentBuilder(limits) { HasPictures = content.IndexOf("\\pict"u8) >= 0 };
        reader._body.WriteTo(builder, cancellationToken);
        return builder.Build("rtf");
    }

    private void Record(ReadOnlySpan<byte> content, CancellationToken cancellationToken)
    {
        _state.CodePage = _fonts.CodePageOf(0);
        var tokens = new RtfTokenizer(content);
        for (var count = 1; ; count++)
        {
            if ((count & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var kind = tokens.Next();
            // Some writers forget the last brace; in a table, or without the end of the last paragraph too, the file is cut off.
            var isLast = kind == RtfTokenKind.GroupEnd || (kind == RtfTokenKind.End && _body.IsOutside);
            if (isLast && _groups.Count == 1)
            {
                break;
            }

            Read(kind, ref tokens);
        }

        // A brace too many would cut off the rest. Anything else behind the last one means nothing.
        UnreadableException.ThrowIfDamaged(!tokens.IsAtEnd);

        _body.End(_state);
    }

    private void Read(RtfTokenKind kind, ref RtfTokenizer tokens)
    {
        var isGroupStart = _isGroupStart;
        _isGroupStart = false;
        switch (kind)
        {
            case RtfTokenKind.End:
                throw UnreadableException.Damaged();
            case RtfTokenKind.GroupStart:
                BeginGroup();
                break;
            case RtfTokenKind.GroupEnd:
                EndGroup();
                break;
            case RtfTokenKind.Text:
                AddBytes(tokens.Text);
                break;
            case RtfTokenKind.Hex:
                AddBytes([tokens.Byte]);
                break;
            case RtfTokenKind.Symbol when tokens.Byte == '*' && isGroupStart:
                (_isGroupStart, _isOptional) = (true, true);
                break;
            case RtfTokenKind.Symbol:
                AddSymbol(tokens.Byte);
                break;
            default:
                ReadWord(ref tokens, isGroupStart);
                break;
        }
    }

    private void BeginGroup()
    {
        UnreadableException.ThrowIfTooLarge(_groups.Count >= limits.MarkupDepth);

        _groups.Push(_state);
        _state.Group = RtfGroup.Plain;
        (_isGroupStart, _isOptional, _skip) = (true, false, 0);
    }

    private void EndGroup()
    {
        switch (_state.Group)
        {
            case RtfGroup.Box:
                _body.EndBox(_state);
                break;
            case RtfGroup.ListText:
                _body.Text.EndListText(_state.ListTextStart);
                break;
            case RtfGroup.NestedRow:
                _body.ExchangeRows();
                break;
            default:
                break;
        }

        _state = _groups.Pop();
        _skip = 0;
    }

    // Destinations are named by the first word of a group; a reader passes over those it does not know, if they are marked as optional.
    private void ReadWord(ref RtfTokenizer tokens, bool isGroupStart)
    {
        Span<char> letters = stackalloc char[RtfTokenizer.LongestWord];
        ReadOnlySpan<char> word = letters[..Encoding.ASCII.GetChars(tokens.Text, letters)];
        if (word is "bin")
        {
            tokens.Skip(tokens.Number ?? 0);
        }
        else if (isGroupStart && !_state.IsSkipped && BeginDestination(word))
        {
            return;
        }
        else if (_skip > 0)
        {
            _skip--;
        }
        else if (_state.IsFontTable)
        {
            ReadFont(word, tokens.Number ?? 0);
        }
        else if (!_state.IsSkipped)
        {
            ReadWord(word, tokens.Number);
        }
    }

    private bool BeginDestination(ReadOnlySpan<char> word)
    {
        switch (word)
        {
            case "shpinst" or "do" or "upr":
                _state.IsContainer = true;
                return true;
            case "ud":
                _state.IsContainer = false;
                return true;
            case "fonttbl":
                _state.IsFontTable = true;
                return true;
            case "shptxt" or "dptxbxtext":
                _body.BeginBox();
                (_state.Group, _state.IsContainer, _state.IsInTable, _state.TableDepth) = (RtfGroup.Box, false, false, 0);
                return true;
            case "listtext" or "pntext":
                (_state.Group, _state.ListTextStart) = (RtfGroup.ListText, _body.Text.Length);
                return true;
            case "nesttableprops":
                _state.Group = RtfGroup.NestedRow;
                _body.ExchangeRows();
                return true;
            default:
                _state.IsSkipped = RtfWords.IsSkipped(word) || (_isOptional && !RtfWords.IsKnown(word));
                return _state.IsSkipped;
        }
    }

    private void ReadFont(ReadOnlySpan<char> word, int number)
    {
        switch (word)
        {
            case "f":
                _fonts.Begin(number);
                break;
            case "fcharset":
                _fonts.SetCharset(number);
                break;
            case "cpg":
                _fonts.SetCodePage(number);
                break;
            default:
                break;
        }
    }

    private void ReadWord(ReadOnlySpan<char> word, int? number)
    {
        var isOn = number != 0;
        switch (word)
        {
            case "ansicpg":
                _fonts.AnsiCodePage = number ?? 0;
                _state.CodePage = _fonts.CodePageOf(_fonts.Default);
                break;
            case "deff":
                _fonts.Default = number ?? 0;
                break;
            case "f":
                _state.CodePage = _fonts.CodePageOf(number ?? 0);
                break;
            case "plain":
                (_state.Look, _state.IsDeleted, _state.IsStruckTwice) = (default, false, false);
                _state.CodePage = _fonts.CodePageOf(_fonts.Default);
                break;
            case "v":
                _state.Look = _state.Look with { IsHidden = isOn };
                break;
            case "deleted":
                _state.IsDeleted = isOn;
                break;
            case "strike":
                _state.Look = _state.Look with { IsStruck = isOn };
                break;
            case "striked":
                _state.IsStruckTwice = isOn;
                break;
            case "super" or "sub" or "nosupersub":
                _state.Look = _state.Look with { IsRaised = isOn && word is "super" };
                break;
            case "uc":
                _state.UnicodeSkip = Math.Max(0, number ?? 1);
                break;
            case "u":
                Add((char)(number ?? 0));
                _skip = _state.UnicodeSkip;
                break;
            default:
                ReadStructure(word, number);
                break;
        }
    }

    private void ReadStructure(ReadOnlySpan<char> word, int? number)
    {
        switch (word)
        {
            case "pard":
                (_state.IsInTable, _state.TableDepth) = (false, 0);
                break;
            case "intbl":
                _state.IsInTable = number != 0;
                break;
            case "itap":
                _state.TableDepth = Math.Max(0, number ?? 0);
                break;
            case "trowd":
                _body.BeginRowDefinition();
                break;
            case "trleft":
                _body.Row.Start = number ?? 0;
                break;
            case "clmrg":
                _body.Row.IsNextMerged = true;
                break;
            case "clvmrg":
                _body.Row.IsNextContinued = true;
                break;
            case "cellx":
                _body.Row.AddCell(number ?? 0);
                break;
            case var _ when _state.IsContainer:
                break;
            case "cell":
                _body.EndCell(1);
                break;
            case "nestcell":
                _body.EndCell(Math.Max(2, _state.TableDepth));
                break;
            case "row":
                _body.EndRow(1, _state.IsDeleted);
                break;
            case "nestrow":
                _body.EndRow(Math.Max(2, _state.TableDepth), _state.IsDeleted);
                break;
            case "par" when _state.IsShown:
                _body.AddParagraph(_state);
                break;
            case "page" or "column" when !_state.IsShown:
                break;
            case "page" or "column" or "sect" when !_body.Text.IsBlank:
                _body.AddParagraph(_state);
                break;
            case var _ when RtfWords.CharacterOf(word) is var character and not '\0':
                Add(character);
                break;
            default:
                break;
        }
    }

    private void AddSymbol(byte symbol)
    {
        if (_skip > 0)
        {
            _skip--;
            return;
        }

        switch (symbol)
        {
            case (byte)'\\' or (byte)'{' or (byte)'}':
                AddBytes([symbol]);
                break;
            case (byte)'~':
                Add('\u00A0');
                break;
            case (byte)'_':
                Add('-');
                break;
            case (byte)'\t':
                Add('\t');
                break;
            case (byte)'\r' or (byte)'\n' when _state.IsText:
                ReadStructure("par", null);
                break;
            default:
                break;
        }
    }

    private void AddBytes(ReadOnlySpan<byte> bytes)
    {
        var skipped = Math.Min(_skip, bytes.Length);
        _skip -= skipped;
        if (_state.IsRead)
        {
            _body.Text.Append(bytes[skipped..], _state.CodePage, _state.Look.IsRaised == true);
        }
    }

    private void Add(char character)
    {
        if (_state.IsRead)
        {
            _body.Text.Append(character, _state.Look.IsRaised == true);
        }
    }
}
