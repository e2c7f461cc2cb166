namespace Validation.Cel.Syntax;

/// <summary>
/// Parses an expression, macros included. See the section "Syntax" of the CEL specification. After the first problem every token reads as
/// the end, so that all unwinds by itself.
/// </summary>
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
    private readonly IReadOnlyList<Token> _tokens;
    private int _next;
    private int _nesting;
    private (int Position, string Message)? _problem;

    private Parser(string text, IReadOnlyList<Token> tokens)
    {
        _text = text;
        _tokens = tokens;
    }

    private Token Current => _tokens[_next];

    /// <summary>The expression, or the first problem and the index into the text where it stands.</summary>
    public static (Node? Expression, (int Position, string Message)? Problem) Parse(string text)
    {
        if (text.Length > CelLimits.TextLength)
        {
            return (null, (CelLimits.TextLength, Texts.TextTooLong));
        }

        var lexer = new Lexer(text);
        var parser = new Parser(text, lexer.Read());
        var expression = parser.ParseExpression();
        parser.Expect(TokenKind.End, Texts.ExpectedEnd);
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
        return Fail(token.Start, token.Kind == TokenKind.End ? Texts.UnexpectedEnd : Texts.Unexpected(_text[token.Start..token.End]));
    }

    private bool Take(TokenKind kind)
    {
        if (Current.Kind != kind || kind == TokenKind.End)
        {
            return false;
        }

        _next++;
        return true;
    }

    private void Expect(TokenKind kind, string message)
    {
        if (Current.Kind != kind)
        {
            Fail(Current.Start, message);
        }
        else if (kind != TokenKind.End)
        {
            _next++;
        }
    }

    private Node Checked(Node node)
    {
        return node.Depth > CelLimits.TreeDepth ? Fail(node.Position, Texts.TooDeep) : node;
    }

    private Node ParseExpression()
    {
        if (_nesting >= CelLimits.Nesting)
        {
            return Fail(Current.Start, Texts.TooDeep);
        }

        _nesting++;
        var expression = ParseConditional();
        _nesting--;
        return expression;
    }

    private Node ParseConditional()
    {
        var condition = ParseLogic(TokenKind.Or);
        var position = Current.Start;
        if (!Take(TokenKind.Question))
        {
            return condition;
        }

        var then = ParseLogic(TokenKind.Or);
        Expect(TokenKind.Colon, Texts.ExpectedColon);
        return Checked(new ConditionalNode(position, condition, then, ParseExpression()));
    }

    private Node ParseLogic(TokenKind kind)
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

        return Checked(new LogicNode(position, kind == TokenKind.And, [.. operands]));
    }

    private Node ParseLogicOperand(TokenKind kind) => kind == TokenKind.Or ? ParseLogic(TokenKind.And) : ParseBinary(1);

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
            (1, TokenKind.Less) => BinaryOperator.Less,
            (1, TokenKind.LessOrEqual) => BinaryOperator.LessOrEqual,
            (1, TokenKind.Greater) => BinaryOperator.Greater,
            (1, TokenKind.GreaterOrEqual) => BinaryOperator.GreaterOrEqual,
            (1, TokenKind.Equal) => BinaryOperator.Equal,
            (1, TokenKind.NotEqual) => BinaryOperator.NotEqual,
            (1, TokenKind.Name) when IsWord("in") => BinaryOperator.In,
            (2, TokenKind.Plus) => BinaryOperator.Add,
            (2, TokenKind.Minus) => BinaryOperator.Subtract,
            (3, TokenKind.Times) => BinaryOperator.Multiply,
            (3, TokenKind.Divide) => BinaryOperator.Divide,
            (3, TokenKind.Modulo) => BinaryOperator.Modulo,
            _ => null,
        };
    }

    private bool IsWord(string word) => Current.Kind == TokenKind.Name && Current.Value.AsString == word;

    /// <summary>
    /// Signs before an operand: an even number of them is two, an odd number one; the first minus before a number is part of it.
    /// </summary>
    private Node ParseUnary()
    {
        var first = Current;
        if (first.Kind is not (TokenKind.Not or TokenKind.Minus))
        {
            return ParseMember(isNegative: false);
        }

        var count = 0;
        while (Take(first.Kind))
        {
            count++;
        }

        var isSigned = first.Kind == TokenKind.Minus && Current.Kind is TokenKind.Int or TokenKind.Double;
        var operand = ParseMember(isSigned);
        count -= isSigned ? 1 : 0;
        for (var left = count == 0 ? 0 : 2 - (count % 2); left > 0; left--)
        {
            operand = Checked(new UnaryNode(first.Start, first.Kind == TokenKind.Not, operand));
        }

        return operand;
    }

    private Node ParseMember(bool isNegative)
    {
        var node = isNegative ? ParseNegative() : ParsePrimary();
        while (true)
        {
            var position = Current.Start;
            if (Take(TokenKind.Dot))
            {
                node = Checked(ParseSelection(node));
            }
            else if (Take(TokenKind.OpenBracket))
            {
                var index = ParseExpression();
                Expect(TokenKind.CloseBracket, Texts.ExpectedCloseBracket);
                node = Checked(new BinaryNode(position, BinaryOperator.Index, node, index));
            }
            else if (Current.Kind == TokenKind.OpenBrace && node is NameNode or SelectNode { IsTest: false })
            {
                return Fail(position, Texts.NoMessages);
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
        if (Take(TokenKind.QuotedName))
        {
            return new SelectNode(token.Start, operand, token.Value.AsString, isTest: false);
        }

        if (token.Kind != TokenKind.Name || Keywords.Contains(token.Value.AsString))
        {
            return Unexpected();
        }

        _next++;
        var name = token.Value.AsString;
        if (!Take(TokenKind.OpenParenthesis))
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
        var arguments = ParseItems(TokenKind.CloseParenthesis, allowTrailing: false);
        Expect(TokenKind.CloseParenthesis, Texts.ExpectedCloseParenthesis);
        return arguments;
    }

    private Node[] ParseItems(TokenKind end, bool allowTrailing)
    {
        List<Node> items = [];
        while (Current.Kind != end || (items.Count > 0 && !allowTrailing))
        {
            items.Add(ParseExpression());
            if (!Take(TokenKind.Comma))
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
            case TokenKind.Name or TokenKind.Dot:
                return ParseName();
            case TokenKind.OpenParenthesis:
                _next++;
                var inner = ParseExpression();
                Expect(TokenKind.CloseParenthesis, Texts.ExpectedCloseParenthesis);
                return inner;
            case TokenKind.OpenBracket:
                _next++;
                var items = ParseItems(TokenKind.CloseBracket, allowTrailing: true);
                Expect(TokenKind.CloseBracket, Texts.ExpectedCloseBracket);
                return Checked(new ListNode(token.Start, items));
            case TokenKind.OpenBrace:
                _next++;
                return ParseMap(token.Start);
            case TokenKind.Int when token.Value.AsUInt > long.MaxValue:
                return Fail(token.Start, Texts.NumberTooLarge);
            case TokenKind.Int:
                return TakeLiteral(CelValue.Of((long)token.Value.AsUInt));
            case TokenKind.UInt or TokenKind.Double or TokenKind.String or TokenKind.Bytes:
                return TakeLiteral(token.Value);
            default:
                return Unexpected();
        }
    }

    private LiteralNode TakeLiteral(CelValue value) => new(_tokens[_next++].Start, value);

    private LiteralNode ParseNegative()
    {
        var token = Current;
        if (token.Kind == TokenKind.Double)
        {
            return TakeLiteral(CelValue.Of(-token.Value.AsDouble));
        }

        return token.Value.AsUInt > 1UL << 63
            ? Fail(token.Start, Texts.NumberTooLarge)
            : TakeLiteral(CelValue.Of(unchecked(-(long)token.Value.AsUInt)));
    }

    private Node ParseName()
    {
        var isAbsolute = Take(TokenKind.Dot);
        var token = Current;
        if (token.Kind != TokenKind.Name || (isAbsolute && Keywords.Contains(token.Value.AsString)))
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
            return Fail(token.Start, Texts.ReservedWord(name));
        }

        _next++;
        if (!Take(TokenKind.OpenParenthesis))
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
        while (Current.Kind != TokenKind.CloseBrace)
        {
            keys.Add(ParseExpression());
            Expect(TokenKind.Colon, Texts.ExpectedColon);
            values.Add(ParseExpression());
            if (!Take(TokenKind.Comma))
            {
                break;
            }
        }

        Expect(TokenKind.CloseBrace, Texts.ExpectedCloseBrace);
        return Checked(new MapNode(position, [.. keys], [.. values]));
    }
}
