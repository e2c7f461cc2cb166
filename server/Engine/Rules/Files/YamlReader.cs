using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Validation.Engine.Rules.Files;

/// <summary>Reads a YAML file as a tree. Anchors, tags and second documents are refused, because rule files need none.</summary>
internal sealed class YamlReader(string text, ProblemList problems)
{
    private const int BlockIndent = -1;

    private readonly Parser _parser = new(new StringReader(text));

    /// <summary>The root of the file; null when there is none, or none that can be read: the problems then say why.</summary>
    public static YamlNode? Read(string text, ProblemList problems)
    {
        // The library's work grows without bounds with the depth of nesting, so that it is looked at before.
        if (IsTooDeep(text))
        {
            problems.Add(0, 0, Texts.YamlTooDeep(RuleSetLimits.Depth));
            return null;
        }

        try
        {
            return new YamlReader(text, problems).Document();
        }
        catch (YamlException fault)
        {
            var (line, column, message) = YamlAdvice.Of(text, (int)fault.Start.Line, (int)fault.Start.Column, fault.Message);
            problems.Add(line, column, message);
            return null;
        }
        catch (Exception fault) when (
            fault is InvalidOperationException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            // The library throws these too, on files that end too early.
            problems.Add(0, 0, Texts.YamlUnreadable(fault.Message));
            return null;
        }
    }

    private static bool IsTooDeep(string text)
    {
        const int MostBrackets = 8 * RuleSetLimits.Depth;
        var depth = 0;
        var dashes = 0;
        foreach (var character in text)
        {
            depth += character is '[' or '{' ? 1 : character is ']' or '}' && depth > 0 ? -1 : 0;
            dashes = character is '-' or '?' or ':' ? dashes + 1 : character is ' ' ? dashes : 0;
            if (depth > MostBrackets || dashes > MostBrackets)
            {
                return true;
            }
        }

        return false;
    }

    private YamlNode? Document()
    {
        YamlNode? root = null;
        while (_parser.MoveNext())
        {
            switch (_parser.Current)
            {
                case StreamStart or StreamEnd or DocumentEnd:
                    break;
                case DocumentStart start when root is not null:
                    Refuse(start, Texts.YamlSecondDocument);
                    return root;
                case DocumentStart:
                    break;
                default:
                    root = Node(0);
                    break;
            }
        }

        return root;
    }

    // Reads the node that begins with the current event, up to that node's last event.
    private YamlNode? Node(int depth)
    {
        var start = _parser.Current!;
        if (depth > RuleSetLimits.Depth)
        {
            throw new YamlException(start.Start, start.End, Texts.YamlTooDeep(RuleSetLimits.Depth));
        }

        if (start is NodeEvent { Anchor.IsEmpty: false } or AnchorAlias)
        {
            Refuse(start, Texts.YamlAnchor);
        }

        // An expression that begins with "!" and stands without quotes would lose its first word.
        if (start is NodeEvent { Tag: { IsEmpty: false, IsNonSpecific: false } tag })
        {
            Refuse(start, Texts.YamlTag(tag.Value));
        }

        return start switch
        {
            Scalar scalar => ScalarOf(scalar),
            SequenceStart sequence => Sequence(sequence, depth),
            MappingStart mapping => Mapping(mapping, depth),
            _ => null,
        };
    }

    private YamlScalar ScalarOf(Scalar scalar)
    {
        var indent = scalar.Style switch
        {
            ScalarStyle.Literal or ScalarStyle.Folded => BlockIndent,
            ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => 1,
            _ => 0,
        };
        var (start, end) = ((int)scalar.Start.Index, (int)scalar.End.Index);
        return new YamlScalar((int)scalar.Start.Line, (int)scalar.Start.Column, scalar.Value, indent)
        {
            Start = start,
            End = indent == BlockIndent ? start + text.AsSpan(start, end - start).TrimEnd().Length : end,
        };
    }

    private YamlSequence Sequence(SequenceStart start, int depth)
    {
        var items = new List<YamlNode>();
        while (_parser.MoveNext() && _parser.Current is not SequenceEnd)
        {
            if (Node(depth + 1) is { } item)
            {
                items.Add(item);
            }
        }

        var isFlow = start.Style == SequenceStyle.Flow;
        return new YamlSequence((int)start.Start.Line, (int)start.Start.Column, items)
        {
            Start = (int)start.Start.Index, End = isFlow || items.Count == 0 ? BracketEnd : items[^1].End, IsFlow = isFlow,
        };
    }

    private YamlMapping Mapping(MappingStart start, int depth)
    {
        var entries = new List<YamlEntry>();
        var keys = new HashSet<string>(StringComparer.Ordinal);
        while (_parser.MoveNext() && _parser.Current is not MappingEnd)
        {
            var key = Node(depth + 1);
            _ = _parser.MoveNext();
            var value = Node(depth + 1);
            if (key is not YamlScalar name)
            {
                Refuse(start, Texts.YamlKeyNotText);
            }
            else if (!keys.Add(name.Text))
            {
                problems.Add(name.Line, name.Column, Texts.YamlKeyTwice(name.Text));
            }
            else if (value is not null)
            {
                entries.Add(new YamlEntry(name, value));
            }
        }

        var isFlow = start.Style == MappingStyle.Flow;
        return new YamlMapping((int)start.Start.Line, (int)start.Start.Column, entries)
        {
            Start = (int)start.Start.Index, End = isFlow || entries.Count == 0 ? BracketEnd : entries[^1].End, IsFlow = isFlow,
        };
    }

    // The index behind the bracket that closes the list or mapping just read.
    private int BracketEnd => (int)(_parser.Current?.Start.Index + 1 ?? 0);

    private void Refuse(ParsingEvent at, string message) => problems.Add((int)at.Start.Line, (int)at.Start.Column, message);
}
