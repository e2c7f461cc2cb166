using Validation.Engine.Documents;
using Validation.V1;
using Kind = Validation.V1.Deviation.Types.Kind;

namespace Validation.Engine.Reports.Text;

/// <summary>Where a report departs from the form, as a reader of it notes it.</summary>
internal static class Deviations
{
    /// <summary>Adds a departure from the form to the report's deviations.</summary>
    /// <param name="deviations">Takes it.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="path">The row, group, table or section that it is about. Empty: none.</param>
    /// <param name="position">Where it stands. Null: nobody knows.</param>
    /// <param name="expected">What the form has there. Empty: nothing.</param>
    /// <param name="actual">What the document has there. Empty: nothing.</param>
    /// <returns>The departure, to which cells may be added.</returns>
    public static Deviation Note(
        this ICollection<Deviation> deviations, Kind kind, string path, Position? position, string expected = "", string actual = "")
    {
        var location = position?.ToLocation();
        var deviation = new Deviation { Kind = kind, Path = path, Expected = expected, Actual = actual, Location = location };
        deviations.Add(deviation);
        return deviation;
    }
}
