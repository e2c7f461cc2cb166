namespace Validation.Cel.Syntax;

/// <summary>The macros that visit the items of a list or the keys of a map.</summary>
internal enum ComprehensionKind
{
    All,
    Exists,
    ExistsOne,

    /// <summary>
    /// <c>map</c>, <c>filter</c> and <c>transformList</c>: a list of the results for the items that the filter lets through.
    /// </summary>
    List,

    /// <summary><c>transformMap</c>: a map with the same keys.</summary>
    Map,
}

/// <summary>A macro over a list or map.</summary>
/// <param name="position">Where the macro's name stands.</param>
/// <param name="kind">Which macro.</param>
/// <param name="range">What is visited.</param>
/// <param name="first">The variable; of two, that of the index or key.</param>
/// <param name="second">The variable of the item or value in the form with two variables. Null: one variable.</param>
/// <param name="filter">Which items count. Null: all.</param>
/// <param name="body">The condition or the result for each item.</param>
internal sealed class ComprehensionNode(
    int position, ComprehensionKind kind, Node range, NameNode first, NameNode? second, Node? filter, Node body)
    : BranchNode(position, range, filter, body)
{
    public ComprehensionKind Kind { get; } = kind;

    public Node Range { get; } = range;

    public NameNode First { get; } = first;

    public NameNode? Second { get; } = second;

    public Node? Filter { get; } = filter;

    public Node Body { get; } = body;

    /// <summary>The steps that one item takes, without those of macros inside.</summary>
    public int StepsPerItem => 1 + Body.Size + (Filter?.Size ?? 0);
}
