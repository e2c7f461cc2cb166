namespace Validation.Engine.Diagnosis;

/// <summary>Sums, and what is known from elsewhere, that hang together by their cells: 表三, and a group of 表四 or two of them.</summary>
/// <param name="Equations">The sums, as indexes of <see cref="FormEquations.All"/>.</param>
/// <param name="Statements">What is known of their cells.</param>
internal sealed record Area(IReadOnlyList<int> Equations, IReadOnlyList<Statement> Statements)
{
    /// <summary>The areas of a report.</summary>
    public static IReadOnlyList<Area> Of(IReadOnlyList<Statement> statements)
    {
        var areas = Enumerable.Range(0, FormEquations.All.Length)
            .GroupBy(equation => FormEquations.TableOf(equation))
            .Select(group => group.ToList())
            .ToList();
        foreach (var statement in statements)
        {
            var touched = areas.Where(area => Touches(area, statement)).ToList();
            foreach (var other in touched.Skip(1))
            {
                touched[0].AddRange(other);
                areas.Remove(other);
            }
        }

        return [.. areas.Select(area => new Area(area, [.. statements.Where(statement => Touches(area, statement))]))];
    }

    /// <summary>Whether a cell takes part in one of the sums.</summary>
    public bool Has(int cell) => FormEquations.OfCell[cell].Any(Equations.Contains);

    /// <summary>Whether a sum of it is wrong.</summary>
    public bool IsBroken(ReportNumbers numbers) => Equations.Any(numbers.IsBroken);

    private static bool Touches(List<int> area, Statement statement) =>
        statement.Sums.Any(sum => sum.Any(cell => FormEquations.OfCell[cell].Any(area.Contains)));
}
