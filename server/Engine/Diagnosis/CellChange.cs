using Validation.Template;

namespace Validation.Engine.Diagnosis;

/// <summary>A change of cells that makes every sum right in which these cells take part.</summary>
/// <param name="Edits">The cells with the numbers before and after.</param>
/// <param name="Mended">How many wrong sums it makes right.</param>
internal sealed record CellChange(IReadOnlyList<Edit> Edits, int Mended);

/// <summary>A cell with its number before and after.</summary>
internal readonly record struct Edit(CellTemplate Cell, double Before, double After);
