namespace Validation.Cel.Syntax;

/// <summary>A part of a parsed expression.</summary>
/// <param name="position">Where problems with it are shown: an index into the text.</param>
internal abstract class Node(int position)
{
    public int Position { get; } = position;

    /// <summary>The type that the checker found.</summary>
    public CelType Type { get; set; } = CelType.Dyn;

    /// <summary>The number of nodes in this one and below: the most steps that evaluating it once takes, macros aside.</summary>
    public int Size { get; private protected init; } = 1;

    /// <summary>The number of levels, from 1 for a node without parts.</summary>
    public int Depth { get; private protected init; } = 1;
}

/// <summary>A constant such as 1, 'a' or null.</summary>
internal sealed class LiteralNode(int position, CelValue value) : Node(position)
{
    public CelValue Value { get; } = value;
}

/// <summary>A variable's name. Absolute (<c>.name</c>): the environment's variable, even where a macro has one of the same name.</summary>
internal sealed class NameNode(int position, string name, bool isAbsolute) : Node(position)
{
    public string Name { get; } = name;

    public bool IsAbsolute { get; } = isAbsolute;
}

/// <summary>A node that has other nodes as its parts.</summary>
internal abstract class BranchNode : Node
{
    private protected BranchNode(int position, params ReadOnlySpan<Node?> parts)
        : base(position)
    {
        var size = 1;
        var depth = 0;
        foreach (var part in parts)
        {
            size += part?.Size ?? 0;
            depth = Math.Max(depth, part?.Depth ?? 0);
        }

        Size = size;
        Depth = depth + 1;
    }
}

/// <summary><c>operand.field</c>, or with <see cref="IsTest"/> <c>has(operand.field)</c>. The position is that of the field.</summary>
internal sealed class SelectNode(int position, Node operand, string field, bool isTest) : BranchNode(position, operand)
{
    public Node Operand { get; } = operand;

    public string Field { get; } = field;

    public bool IsTest { get; } = isTest;
}

/// <summary>A negation, <c>!operand</c> or <c>-operand</c>.</summary>
internal sealed class UnaryNode(int position, bool isNot, Node operand) : BranchNode(position, operand)
{
    public bool IsNot { get; } = isNot;

    public Node Operand { get; } = operand;
}

/// <summary>The operators with two operands that are always both evaluated.</summary>
internal enum BinaryOperator
{
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    Index,
}

/// <summary><c>left operator right</c>, <c>left[right]</c> included. The position is that of the operator.</summary>
internal sealed class BinaryNode(int position, BinaryOperator kind, Node left, Node right) : BranchNode(position, left, right)
{
    public BinaryOperator Operator { get; } = kind;

    public Node Left { get; } = left;

    public Node Right { get; } = right;
}

/// <summary>A chain of <c>&amp;&amp;</c> or <c>||</c> with any number of operands.</summary>
internal sealed class LogicNode(int position, bool isAnd, Node[] operands) : BranchNode(position, operands)
{
    public bool IsAnd { get; } = isAnd;

    public Node[] Operands { get; } = operands;
}

/// <summary>The choice <c>condition ? then : otherwise</c>.</summary>
internal sealed class ConditionalNode(int position, Node condition, Node then, Node otherwise)
    : BranchNode(position, condition, then, otherwise)
{
    public Node Condition { get; } = condition;

    public Node Then { get; } = then;

    public Node Otherwise { get; } = otherwise;
}

/// <summary>A call, with a receiver for a member function.</summary>
internal sealed class CallNode(int position, string name, Node? receiver, Node[] arguments)
    : BranchNode(position, [receiver, .. arguments])
{
    public string Name { get; } = name;

    public Node? Receiver { get; } = receiver;

    /// <summary>The arguments, the receiver first where there is one.</summary>
    public Node[] Arguments { get; } = receiver is null ? arguments : [receiver, .. arguments];
}

/// <summary>A list written as <c>[a, b]</c>.</summary>
internal sealed class ListNode(int position, Node[] items) : BranchNode(position, items)
{
    public Node[] Items { get; } = items;
}

/// <summary>A map written as <c>{key: value}</c>.</summary>
internal sealed class MapNode(int position, Node[] keys, Node[] values) : BranchNode(position, [.. keys, .. values])
{
    public Node[] Keys { get; } = keys;

    public Node[] Values { get; } = values;
}
