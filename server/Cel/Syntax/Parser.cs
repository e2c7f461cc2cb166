namespace Validation.Cel.Syntax;

/// <summary>Parses an expression and expands its macros, as the section "Syntax" of the CEL specification says. After the first problem
/// every token reads as the end of the text, so that the parser returns without parsing on.</summary>
internal sealed class Parser
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal) { "false", "in", "null", "true" };

    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return",
        "var",
        "void", "while",
    };

    private static readonly LiteralNode Nothing = new(0, CelValue.Null);

    private readonly string _text;
    private readonly IReadOnlyList<CelToken> _tokens;
    private int _next;
    private int _nesting;
    private (int Position, string Message)? _problem;

    private Parser(string text, IReadOnlyList<CelToken> tokens)
    {
        _text = text;
        _tokens = tokens;
    }

    private CelToken Current => _tokens[_next];

    /// <summary>The expression, or the first problem and the index into the text where it stands.</summary>
    public static (Node? Expression, (int Position, string Message)? Problem) Parse(string text)
    {
        if (text.Length > CelLimits.TextLength)
        {
            return (null, (CelLimits.TextLength, CelTexts.TextTooLong));
        }

        var lexer = new Lexer(text);
        var parser = new Parser(text, lexer.Read());
        var expression = parser.ParseExpression();
        parser.Expect(CelTokenKind.End, CelTexts.ExpectedEnd);
        var problem = lexer.Problem is { } lexical && !(parser._problem?.Position < lexical.Position) ? lexical : parser._problem;
        return problem is null ? (expression, null) : (null, problem);
    }

    private LiteralNode Fail(int position, string message)
    {
        _problem ??= (position, message);
        _next = _tokens.Count - 1;
        return Nothing;
    }

    private LiteralNode Unexpected()
    {
        var token = Current;
        var message = token.Kind == CelTokenKind.End ? CelTexts.UnexpectedEnd : CelTexts.Unexpected(_text[token.Start..token.End]);
        return Fail(token.Start, message);
    }

    private bool Take(CelTokenKind kind)
    {
        if (Current.Kind != kind || kind == CelTokenKind.End)
        {
            return false;
        }

        _next++;
        return true;
    }

    private void Expect(CelTokenKind kind, string message)
    {
        if (Current.Kind != kind)
        {
            Fail(Current.Start, message);
        }
        else if (kind != CelTokenKind.End)
        {
            _next++;
        }
    }

    private Node Checked(Node node)
    {
        return node.Depth > CelLimits.TreeDepth ? Fail(node.Position, CelTexts.TooDeep) : node;
    }

    private Node ParseExpression()
    {
        if (_nesting >= CelLimits.Nesting)
        {
            return Fail(Current.Start, CelTexts.TooDeep);
        }

        _nesting++;
        var expression = ParseConditional();
        _nesting--;
        return expression;
    }

    private Node ParseConditional()
    {
        var condition = ParseLogic(CelTokenKind.Or);
        var position = Current.Start;
        if (!Take(CelTokenKind.Question))
        {
            return condition;
        }

        var then = ParseLogic(CelTokenKind.Or);
        Expect(CelTokenKind.Colon, CelTexts.ExpectedColon);
        return Checked(new ConditionalNode(position, condition, then, ParseExpression()));
    }

    private Node ParseLogic(CelTokenKind kind)
    {
        var first = ParseLogicOperand(kind);
        var position = Current.Start;
        if (Current.Kind != kind)
        {
            return first;
        }

        List<Node> operands = [first];
        while (Take(kind))
        {
            operands.Add(ParseLogicOperand(kind));
        }

        return Checked(new LogicNode(position, kind == CelTokenKind.And, [.. operands]));
    }

    private Node ParseLogicOperand(CelTokenKind kind) => kind == CelTokenKind.Or ? ParseLogic(CelTokenKind.And) : ParseBinary(1);

    private Node ParseBinary(int level)
    {
        var left = level > 3 ? ParseUnary() : ParseBinary(level + 1);
        while (level <= 3 && Operator(level) is { } kind)
        {
            var position = Current.Start;
            _next++;
            left = Checked(new BinaryNode(position, kind, left, ParseBinary(level + 1)));
        }

        return left;
    }

    private BinaryOperator? Operator(int level)
    {
        return (level, Current.Kind) switch
        {
            (1, CelTokenKind.Less) => BinaryOperator.Less,
            (1, CelTokenKind.LessOrEqual) => BinaryOperator.LessOrEqual,
            (1, CelTokenKind.Greater) => BinaryOperator.Greater,
            (1, CelTokenKind.GreaterOrEqual) => BinaryOperator.GreaterOrEqual,
            (1, CelTokenKind.Equal) => BinaryOperator.Equal,
            (1, CelTokenKind.NotEqual) => BinaryOperator.NotEqual,
            (1, CelTokenKind.Name) when IsWord("in") => BinaryOperator.In,
            (2, CelTokenKind.Plus) => BinaryOperator.Add,
            (2, CelTokenKind.Minus) => BinaryOperator.Subtract,
            (3, CelTokenKind.Times) => BinaryOperator.Multiply,
            (3, CelTokenKind.Divide) => BinaryOperator.Divide,
            (3, CelTokenKind.Modulo) => BinaryOperator.Modulo,
            _ => null,
        };
    }

    private bool IsWord(string word) => Current.Kind == CelTokenKind.Name && Current.Value.AsString == word;

    /// <summary>Parses signs before an operand. An even number of them counts as two, an odd number as one; the minus directly before a
    /// number is part of that number.</summary>
    private Node ParseUnary()
    {
        var first = Current;
        if (first.Kind is not (CelTokenKind.Not or CelTokenKind.Minus))
        {
            return ParseMember(isNegative: false);
        }

        var count = 0;
        while (Take(first.Kind))
        {
            count++;
        }

        var isSigned = first.Kind == CelTokenKind.Minus && Current.Kind is CelTokenKind.Int or CelTokenKind.Double;
        var operand = ParseMember(isSigned);
        count -= isSigned ? 1 : 0;
        for (var left = count == 0 ? 0 : 2 - (count % 2); left > 0; left--)
        {
            operand = Checked(new UnaryNode(first.Start, first.Kind == CelTokenKind.Not, operand));
        }

        return operand;
    }

    private Node ParseMember(bool isNegative)
    {
        var node = isNegative ? ParseNegative() : ParsePrimary();
        while (true)
        {
            var position = Current.Start;
            if (Take(CelTokenKind.Dot))
            {
                node = Checked(ParseSelection(node));
            }
            else if (Take(CelTokenKind.OpenBracket))
            {
                var index = ParseExpression();
                Expect(CelTokenKind.CloseBracket, CelTexts.ExpectedCloseBracket);
                node = Checked(new BinaryNode(position, BinaryOperator.Index, node, index));
            }
            else if (Current.Kind == CelTokenKind.OpenBrace && node is NameNode or SelectNode { IsTest: false })
            {
                return Fail(position, CelTexts.NoMessages);
            }
            else
            {
                return node;
            }
        }
    }

    private Node ParseSelection(Node operand)
    {
        var token = Current;
        if (Take(CelTokenKind.QuotedName))
        {
            return new SelectNode(token.Start, operand, token.Value.AsString, isTest: false);
        }

        if (token.Kind != CelTokenKind.Name || Keywords.Contains(token.Value.AsString))
        {
            return Unexpected();
        }

        _next++;
        var name = token.Value.AsString;
        if (!Take(CelTokenKind.OpenParenthesis))
        {
            return new SelectNode(token.Start, operand, name, isTest: false);
        }

        var arguments = ParseArguments();
        return _problem is null ? Expanded(Macros.ExpandMember(token.Start, name, operand, arguments)) : Nothing;
    }

    private Node Expanded((Node? Node, int Position, string? Problem) expansion)
    {
        return expansion.Node ?? Fail(expansion.Position, expansion.Problem!);
    }

    private Node[] ParseArguments()
    {
        var arguments = ParseItems(CelTokenKind.CloseParenthesis, allowTrailing: false);
        Expect(CelTokenKind.CloseParenthesis, CelTexts.ExpectedCloseParenthesis);
        return arguments;
    }

    private Node[] ParseItems(CelTokenKind end, bool allowTrailing)
    {
        List<Node> items = [];
        while (Current.Kind != end || (items.Count > 0 && !allowTrailing))
        {
            items.Add(ParseExpression());
            if (!Take(CelTokenKind.Comma))
            {
                break;
            }
        }

        return [.. items];
    }

    private Node ParsePrimary()
    {
        var token = Current;
        switch (token.Kind)
        {
            case CelTokenKind.Name or CelTokenKind.Dot:
                return ParseName();
            case CelTokenKind.OpenParenthesis:
                _next++;
                var inner = ParseExpression();
                Expect(CelTokenKind.CloseParenthesis, CelTexts.ExpectedCloseParenthesis);
                return inner;
            case CelTokenKind.OpenBracket:
                _next++;
                var items = ParseItems(CelTokenKind.CloseBracket, allowTrailing: true);
                Expect(CelTokenKind.CloseBracket, CelTexts.ExpectedCloseBracket);
                return Checked(new ListNode(token.Start, items));
            case CelTokenKind.OpenBrace:
                _next++;
                return ParseMap(token.Start);
            case CelTokenKind.Int when token.Value.AsUInt > long.MaxValue:
                return Fail(token.Start, CelTexts.NumberTooLarge);
            case CelTokenKind.Int:
                return TakeLiteral(CelValue.Of((long)token.Value.AsUInt));
            case CelTokenKind.UInt or CelTokenKind.Double or CelTokenKind.String or CelTokenKind.Bytes:
                return TakeLiteral(token.Value);
            default:
                return Unexpected();
        }
    }

    private LiteralNode TakeLiteral(CelValue value) => new(_tokens[_next++].Start, value);

    private LiteralNode ParseNegative()
    {
        var token = Current;
        if (token.Kind == CelTokenKind.Double)
        {
            return TakeLiteral(CelValue.Of(-token.Value.AsDouble));
        }

        return token.Value.AsUInt > 1UL << 63
            ? Fail(token.Start, CelTexts.NumberTooLarge)
            : TakeLiteral(CelValue.Of(unchecked(-(long)token.Value.AsUInt)));
    }

    private Node ParseName()
    {
        var isAbsolute = Take(CelTokenKind.Dot);
        var token = Current;
        if (token.Kind != CelTokenKind.Name || (isAbsolute && Keywords.Contains(token.Value.AsString)))
        {
            return Unexpected();
        }

        var name = token.Value.AsString;
        if (name is "true" or "false" or "null")
        {
            return TakeLiteral(name == "null" ? CelValue.Null : CelValue.Of(name == "true"));
        }

        if (name == "in")
        {
            return Unexpected();
        }

        if (Reserved.Contains(name))
        {
            return Fail(token.Start, CelTexts.ReservedWord(name));
        }

        _next++;
        if (!Take(CelTokenKind.OpenParenthesis))
        {
            return new NameNode(token.Start, name, isAbsolute);
        }

        var arguments = ParseArguments();
        return _problem is null ? Checked(Expanded(Macros.ExpandGlobal(token.Start, name, arguments))) : Nothing;
    }

    private Node ParseMap(int position)
    {
        List<Node> keys = [];
        List<Node> values = [];
        while (Current.Kind != CelTokenKind.CloseBrace)
        {
            keys.Add(ParseExpression());
            Expect(CelTokenKind.Colon, CelTexts.ExpectedColon);
            values.Add(ParseExpression());
            if (!Take(CelTokenKind.Comma))
            {
                break;
            }
        }

        Expect(CelTokenKind.CloseBrace, CelTexts.ExpectedCloseBrace);
        return Checked(new MapNode(position, [.. keys], [.. values]));
    }
}
