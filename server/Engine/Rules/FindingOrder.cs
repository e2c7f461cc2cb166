using Validation.Engine.Documents;
using Validation.V1;

namespace Validation.Engine.Rules;

/// <summary>
/// Compares findings by the order in which replies hold them: errors, then warnings, then hints, by the weight that is shown; those of one
/// weight by their places in the document. Equal ones are to keep the order of the rules.
/// </summary>
internal sealed class FindingOrder : IComparer<Finding>
{
    public static readonly FindingOrder Instance = new();

    public int Compare(Finding? x, Finding? y)
    {
        var order = Weight(y).CompareTo(Weight(x));
        return order != 0 ? order : DocumentOrder.Instance.Compare(x?.Location, y?.Location);
    }

    private static Level Weight(Finding? finding) => finding?.Severity ?? Level.Unspecified;
}
