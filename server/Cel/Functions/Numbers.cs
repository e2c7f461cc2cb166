using Validation.Cel.Evaluation;

namespace Validation.Cel.Functions;

/// <summary>Own functions for numbers: sum, min, max, abs.</summary>
internal static class Numbers
{
    public static IReadOnlyList<CelFunction> All { get; } =
    [
        Define.Global("sum", [CelType.ListOf(CelType.Int)], CelType.Int, Sum, CelTexts.Functions.Sum),
        Define.Global("sum", [CelType.ListOf(CelType.UInt)], CelType.UInt, Sum, CelTexts.Functions.Sum),
        Define.Global("sum", [CelType.ListOf(CelType.Double)], CelType.Double, Sum, CelTexts.Functions.Sum),
        .. Choices("min", CelTexts.Functions.Min, BinaryOrder.LessOrEqual),
        .. Choices("max", CelTexts.Functions.Max, BinaryOrder.GreaterOrEqual),
        Define.Global("abs", [CelType.Int], CelType.Int, Abs, CelTexts.Functions.Abs),
        Define.Global("abs", [CelType.Double], CelType.Double, Abs, CelTexts.Functions.Abs),
        .. from part in new[] { CelType.Int, CelType.Double }
           from whole in new[] { CelType.Int, CelType.Double }
           select Define.Global("percent", [part, whole], CelType.Double, Percent, CelTexts.Functions.Percent),
    ];

    private static readonly CelValue NothingToShare = CelValue.Of(new CelError(CelTexts.Errors.NothingToShare, IsUnknown: true));

    private static IEnumerable<CelFunction> Choices(string name, string documentation, BinaryOrder order)
    {
        foreach (var type in new[] { CelType.Int, CelType.UInt, CelType.Double })
        {
            CelCall best = (frame, values) => Best(frame, values[0], order);
            CelCall better = (frame, values) => Better(frame, values[0], values[1], order);
            yield return Define.Global(name, [CelType.ListOf(type)], type, best, documentation);
            yield return Define.Global(name, [type, type], type, better, documentation);
        }
    }

    private static CelValue Sum(CelFrame frame, ReadOnlySpan<CelValue> values)
    {
        var list = values[0].AsList;
        if (list.Count == 0)
        {
            return CelValue.Of(0L);
        }

        var total = Numeric.Resolve(list[0]);
        for (var i = 1; i < list.Count && !total.IsError; i++)
        {
            if (!frame.Budget.Spend())
            {
                return Fault.BudgetExceeded;
            }

            var next = Numeric.Resolve(list[i]);
            total = next.IsError ? next : Numeric.IsNumber(next.Kind) ? Arithmetic.Add(frame, total, next) : Fault.NoSuchOverload;
        }

        return total.IsError || Numeric.IsNumber(total.Kind) ? total : Fault.NoSuchOverload;
    }

    private static CelValue Best(CelFrame frame, in CelValue list, BinaryOrder order)
    {
        var items = list.AsList.Items;
        if (items.Length == 0)
        {
            return CelValue.Error(CelTexts.Errors.EmptyList);
        }

        var best = Numeric.Resolve(items[0]);
        foreach (ref readonly var item in items)
        {
            best = best.IsError ? best : Better(frame, best, Numeric.Resolve(item), order);
            if (!frame.Budget.Spend())
            {
                return Fault.BudgetExceeded;
            }
        }

        return best;
    }

    private static CelValue Better(CelFrame frame, in CelValue left, in CelValue right, BinaryOrder order)
    {
        if (right.IsError)
        {
            return right;
        }

        if (!Numeric.IsNumber(left.Kind) || !Numeric.IsNumber(right.Kind))
        {
            return Fault.NoSuchOverload;
        }

        return Comparison.Compare(frame, order, left, right).IsTrue ? left : right;
    }

    private static CelValue Percent(CelFrame frame, ReadOnlySpan<CelValue> values)
    {
        var (part, whole) = (Number(values[0]), Number(values[1]));
        return whole == 0 ? NothingToShare : CelValue.Of(part * 100 / whole);
    }

    private static double Number(in CelValue value)
    {
        return value.Kind == CelKind.Double ? value.AsDouble : value.AsInt;
    }

    private static CelValue Abs(CelFrame frame, ReadOnlySpan<CelValue> values)
    {
        var value = values[0];
        return value.Kind == CelKind.Double ? CelValue.Of(Math.Abs(value.AsDouble))
            : value.AsInt >= 0 ? value
            : Arithmetic.Negate(value);
    }
}
