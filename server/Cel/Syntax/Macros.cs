namespace Validation.Cel.Syntax;

/// <summary>Turns calls of macros into what they stand for. See the section "Macros" of the CEL specification.</summary>
internal static class Macros
{
    /// <summary>The names of the macros with a receiver, for suggestions.</summary>
    public static IReadOnlyList<string> MemberNames { get; } =
        ["all", "exists", "exists_one", "existsOne", "map", "filter", "transformList", "transformMap"];

    /// <summary>A call without receiver: <c>has</c> or a function. Otherwise the problem and where it stands.</summary>
    public static (Node? Node, int Position, string? Problem) ExpandGlobal(int position, string name, Node[] arguments)
    {
        if (name != "has" || arguments.Length != 1)
        {
            return (new CallNode(position, name, null, arguments), position, null);
        }

        return arguments[0] is SelectNode { IsTest: false } select
            ? (new SelectNode(select.Position, select.Operand, select.Field, isTest: true), position, null)
            : (null, position, CelTexts.HasNeedsField);
    }

    /// <summary>A call with receiver: a macro over a list or map, or a function. Otherwise the problem and where it stands.</summary>
    public static (Node? Node, int Position, string? Problem) ExpandMember(int position, string name, Node receiver, Node[] arguments)
    {
        var variables = Variables(name, arguments.Length);
        if (variables == 0)
        {
            return (new CallNode(position, name, receiver, arguments), position, null);
        }

        for (var i = 0; i < variables; i++)
        {
            if (arguments[i] is not NameNode { IsAbsolute: false })
            {
                return (null, arguments[i].Position, CelTexts.MacroNeedsName(name));
            }
        }

        var first = (NameNode)arguments[0];
        var second = variables == 2 ? (NameNode)arguments[1] : null;
        if (second?.Name == first.Name)
        {
            return (null, second.Position, CelTexts.MacroNeedsTwoNames(name));
        }

        var (filter, body) = Parts(name, first, arguments.AsSpan(variables));
        return (new ComprehensionNode(position, Kind(name), receiver, first, second, filter, body), position, null);
    }

    private static int Variables(string name, int arguments)
    {
        return (name, arguments) switch
        {
            ("all" or "exists" or "exists_one" or "existsOne", 2) => 1,
            ("all" or "exists" or "exists_one" or "existsOne", 3) => 2,
            ("map", 2 or 3) or ("filter", 2) => 1,
            ("transformList" or "transformMap", 3 or 4) => 2,
            _ => 0,
        };
    }

    private static (Node? Filter, Node Body) Parts(string name, NameNode item, ReadOnlySpan<Node> parts)
    {
        return (name, parts.Length) switch
        {
            ("filter", _) => (parts[0], new NameNode(item.Position, item.Name, isAbsolute: false)),
            (_, 2) => (parts[0], parts[1]),
            _ => (null, parts[0]),
        };
    }

    private static ComprehensionKind Kind(string name)
    {
        return name switch
        {
            "all" => ComprehensionKind.All,
            "exists" => ComprehensionKind.Exists,
            "exists_one" or "existsOne" => ComprehensionKind.ExistsOne,
            "transformMap" => ComprehensionKind.Map,
            _ => ComprehensionKind.List,
        };
    }
}
