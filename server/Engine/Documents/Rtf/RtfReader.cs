using Validation.Engine.Documents.Flow;

namespace Validation.Engine.Documents.Rtf;

/// <summary>Reads Rich Text Format 1.9: the text of the document and its text boxes, without headers, notes and comments.</summary>
internal sealed class RtfReader
{
    private readonly EngineLimits _limits;
    private readonly RtfFonts _fonts = new();
    private readonly RtfText _text = new();
    private readonly Stack<RtfState> _groups = new();
    private readonly Stack<(FlowRecorder Flow, string Text, RtfRow Row)> _outside = new();
    private readonly FlowRecorder _main;
    private FlowRecorder _flow;
    private RtfState _state = new();
    private RtfRow _row = new();
    private RtfRow _nestedRow = new();
    private bool _isGroupStart;
    private bool _isOptional;
    private int _skip;

    private RtfReader(EngineLimits limits)
    {
        _limits = limits;
        _flow = _main = new FlowRecorder(limits);
        _state.CodePage = _fonts.CodePageOf(0);
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="UnreadableException">It is damaged, has no text or goes beyond a limit.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static Document Read(ReadOnlySpan<byte> content, EngineLimits limits, CancellationToken cancellationToken)
    {
        var reader = new RtfReader(limits);
        reader.Record(content, cancellationToken);
        var builder = new DocumentBuilder(limits);
        reader._flow.WriteTo(builder, cancellationToken);
        return builder.Build("rtf");
    }

    private void Record(ReadOnlySpan<byte> content, CancellationToken cancellationToken)
    {
        var tokens = new RtfTokenizer(content);
        for (var count = 1; ; count++)
        {
            if ((count & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            var kind = tokens.Next();
            if (kind == RtfTokenKind.GroupEnd && _groups.Count == 1)
            {
                break;
            }

            Read(kind, ref tokens);
        }

        // A brace too many would cut off the rest.
        if (!tokens.IsAtEnd)
        {
            throw UnreadableException.Damaged();
        }

        if (!_text.IsBlank)
        {
            _flow.AddParagraph(_text.Take(), Depth);
        }
    }

    private int Depth => _state.TableDepth > 0 ? _state.TableDepth : _state.IsInTable || _flow.CellsOfOpenRow > 0 ? 1 : 0;

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
        if (_groups.Count >= _limits.MarkupDepth)
        {
            throw UnreadableException.TooLarge();
        }

        _groups.Push(_state);
        _state.Group = RtfGroup.Plain;
        (_isGroupStart, _isOptional, _skip) = (true, false, 0);
    }

    private void EndGroup()
    {
        switch (_state.Group)
        {
            case RtfGroup.Box:
                EndBox();
                break;
            case RtfGroup.ListText:
                _text.EndListText(_state.ListTextStart);
                break;
            case RtfGroup.NestedRow:
                (_row, _nestedRow) = (_nestedRow, _row);
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
        var word = RtfWords.Of(tokens.Text);
        if (word == RtfWord.Bin)
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

    private bool BeginDestination(RtfWord word)
    {
        switch (word)
        {
            case RtfWord.Skipped:
            case RtfWord.Unknown when _isOptional:
                _state.IsSkipped = true;
                return true;
            case RtfWord.Container:
                _state.IsContainer = true;
                return true;
            case RtfWord.Content:
                _state.IsContainer = false;
                return true;
            case RtfWord.FontTable:
                _state.IsFontTable = true;
                return true;
            case RtfWord.Box:
                BeginBox();
                return true;
            case RtfWord.ListText:
                (_state.Group, _state.ListTextStart) = (RtfGroup.ListText, _text.Length);
                return true;
            case RtfWord.NestedRowDefinition:
                _state.Group = RtfGroup.NestedRow;
                (_row, _nestedRow) = (_nestedRow, _row);
                return true;
            default:
                return false;
        }
    }

    private void ReadFont(RtfWord word, int number)
    {
        switch (word)
        {
            case RtfWord.Font:
                _fonts.Begin(number);
                break;
            case RtfWord.FontCharset:
                _fonts.SetCharset(number);
                break;
            case RtfWord.CodePage:
                _fonts.SetCodePage(number);
                break;
            default:
                break;
        }
    }

    private void ReadWord(RtfWord word, int? number)
    {
        var isOn = number != 0;
        switch (word)
        {
            case RtfWord.Unknown:
                break;
            case RtfWord.AnsiCodePage:
                _fonts.AnsiCodePage = number ?? 0;
                _state.CodePage = _fonts.CodePageOf(_fonts.Default);
                break;
            case RtfWord.DefaultFont:
                _fonts.Default = number ?? 0;
                break;
            case RtfWord.Font:
                _state.CodePage = _fonts.CodePageOf(number ?? 0);
                break;
            case RtfWord.Plain:
                (_state.IsHidden, _state.IsDeleted) = (false, false);
                _state.CodePage = _fonts.CodePageOf(_fonts.Default);
                break;
            case RtfWord.Hidden:
                _state.IsHidden = isOn;
                break;
            case RtfWord.Deleted:
                _state.IsDeleted = isOn;
                break;
            case RtfWord.UnicodeSkip:
                _state.UnicodeSkip = Math.Max(0, number ?? 1);
                break;
            case RtfWord.Unicode:
                Add((char)(number ?? 0));
                _skip = _state.UnicodeSkip;
                break;
            default:
                ReadStructure(word, number);
                break;
        }
    }

    private void ReadStructure(RtfWord word, int? number)
    {
        switch (word)
        {
            case RtfWord.ParagraphReset:
                (_state.IsInTable, _state.TableDepth) = (false, 0);
                break;
            case RtfWord.InTable:
                _state.IsInTable = number != 0;
                break;
            case RtfWord.TableDepth:
                _state.TableDepth = Math.Max(0, number ?? 0);
                break;
            case RtfWord.RowReset:
                _row.Reset();
                break;
            case RtfWord.RowEdge:
                _row.SetStart(number ?? 0);
                break;
            case RtfWord.CellMergedAcross:
                _row.MergeAcross();
                break;
            case RtfWord.CellMergedDown:
                _row.MergeDown();
                break;
            case RtfWord.CellEdge:
                _row.AddCell(number ?? 0);
                break;
            case var _ when _state.IsContainer:
                break;
            case RtfWord.Cell:
                _flow.EndCell(_text.Take(), 1);
                break;
            case RtfWord.NestedCell:
                _flow.EndCell(_text.Take(), Math.Max(2, _state.TableDepth));
                break;
            case RtfWord.Row:
                EndRow(1);
                break;
            case RtfWord.NestedRow:
                EndRow(Math.Max(2, _state.TableDepth));
                break;
            case RtfWord.Paragraph when !_state.IsHidden && !_state.IsDeleted:
                _flow.AddParagraph(_text.Take(), Depth);
                break;
            case RtfWord.PageBreak or RtfWord.Section when !_text.IsBlank:
                _flow.AddParagraph(_text.Take(), Depth);
                break;
            case var _ when RtfWords.CharacterOf(word) is var character and not '\0':
                Add(character);
                break;
            default:
                break;
        }
    }

    private void EndRow(int depth)
    {
        if (!_text.IsBlank)
        {
            throw UnreadableException.Damaged();
        }

        _text.Take();
        _flow.EndRow(_row.ToShape(), depth, _state.IsDeleted);
    }

    // A text box stands in a paragraph, which goes on behind it. All of them follow the document's paragraph, also boxes in boxes.
    private void BeginBox()
    {
        _outside.Push((_flow, _text.Take(), _row));
        (_flow, _row) = (new FlowRecorder(_limits), new RtfRow());
        (_state.Group, _state.IsContainer, _state.IsInTable, _state.TableDepth) = (RtfGroup.Box, false, false, 0);
    }

    private void EndBox()
    {
        if (!_text.IsBlank)
        {
            _flow.AddParagraph(_text.Take(), Depth);
        }

        _text.Take();
        var box = _flow;
        (_flow, var text, _row) = _outside.Pop();
        _main.AddBox(box);
        _text.Append(text);
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
                ReadStructure(RtfWord.Paragraph, null);
                break;
            default:
                break;
        }
    }

    private void AddBytes(ReadOnlySpan<byte> bytes)
    {
        var skipped = Math.Min(_skip, bytes.Length);
        _skip -= skipped;
        if (_state.IsText && !_state.IsHidden && !_state.IsDeleted)
        {
            _text.Append(bytes[skipped..], _state.CodePage);
        }
    }

    private void Add(char character)
    {
        if (_state.IsText && !_state.IsHidden && !_state.IsDeleted)
        {
            _text.Append(character);
        }
    }
}
