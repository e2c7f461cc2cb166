namespace Validation.Cel.Syntax;

/// <summary>A variable of a macro, and the variables around it: a list with the innermost first.</summary>
internal sealed record Scope(string Name, CelType Type, int Slot, Scope? Outer)
{
    /// <summary>The variable of that name, or null.</summary>
    public static Scope? Find(Scope? scope, string name)
    {
        while (scope is not null && scope.Name != name)
        {
            scope = scope.Outer;
        }

        return scope;
    }

    /// <summary>The same variables with one more as the innermost.</summary>
    public static Scope Add(Scope? outer, string name, CelType type) => new(name, type, outer is null ? 0 : outer.Slot + 1, outer);
}
