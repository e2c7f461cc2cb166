using Validation.Cel.Syntax;

namespace Validation.Cel.Evaluation;

/// <summary>Evaluates fields, keys, indexes and the operator <c>in</c>.</summary>
internal static class Access
{
    /// <summary>Compiles <c>operand.field</c> and <c>has(operand.field)</c>; directly where the type of the object is known.</summary>
    public static Func<CelFrame, CelValue> Select(SelectNode node, Func<CelFrame, CelValue> operand)
    {
        var key = CelValue.Of(node.Field);
        if (node.IsTest)
        {
            return frame => Has(operand(frame), key);
        }

        if (node.Operand.Type is not ObjectType type || type.Fields.GetValueOrDefault(node.Field)?.Get is not { } get)
        {
            return frame => Select(operand(frame), key);
        }

        return frame =>
        {
            var value = operand(frame);
            return value.Kind == CelKind.Object && value.AsCelObject is var known && ReferenceEquals(known.Type, type)
                ? get(known.Value)
                : Select(value, key);
        };
    }

    /// <summary>The item of a list at an index, or the value of a map's key.</summary>
    public static CelValue Index(CelFrame frame, in CelValue operand, in CelValue index)
    {
        var place = Numeric.Resolve(index);
        if (place.IsError)
        {
            return place;
        }

        if (!Sizes.SpendLong(frame, place))
        {
            return Fault.BudgetExceeded;
        }

        return operand.Kind switch
        {
            CelKind.List => Item(operand.AsList, place),
            CelKind.Map => operand.AsMap.TryGet(place, out var value) ? value : Fault.NoSuchKey,
            _ => Fault.NoSuchOverload,
        };
    }

    /// <summary>Whether a list has an item that is equal, or a map has the key.</summary>
    public static CelValue In(CelFrame frame, in CelValue item, in CelValue range)
    {
        if (range.Kind == CelKind.Map)
        {
            var key = Numeric.Resolve(item);
            return key.IsError ? key
                : Sizes.SpendLong(frame, key) ? CelValue.Of(range.AsMap.TryGet(key, out _))
                : Fault.BudgetExceeded;
        }

        if (range.Kind != CelKind.List)
        {
            return Fault.NoSuchOverload;
        }

        var result = CelValue.False;
        foreach (ref readonly var each in range.AsList.Items)
        {
            if (!frame.Budget.Spend())
            {
                return Fault.BudgetExceeded;
            }

            var equal = Equality.AreEqual(frame, item, each);
            if (equal.IsTrue)
            {
                return equal;
            }

            result = Logic.Worse(result, equal);
        }

        return result;
    }

    private static CelValue Select(in CelValue operand, in CelValue key)
    {
        return operand.Kind switch
        {
            CelKind.Map => operand.AsMap.TryGet(key, out var value) ? value : Fault.NoSuchKey,
            CelKind.Object => operand.ObjectType.Fields.TryGetValue(key.AsString, out var field)
                ? field.Get(operand.AsObject)
                : CelValue.Error(CelTexts.Errors.NoSuchField(key.AsString)),
            CelKind.Error => operand,
            _ => Fault.NoSuchOverload,
        };
    }

    private static CelValue Has(in CelValue operand, in CelValue key)
    {
        return operand.Kind switch
        {
            CelKind.Map => CelValue.Of(operand.AsMap.TryGet(key, out _)),
            CelKind.Object => CelValue.Of(operand.ObjectType.Fields.TryGetValue(key.AsString, out var field)
                && field.Get(operand.AsObject).Kind is not (CelKind.Null or CelKind.Error)),
            CelKind.Error => operand,
            _ => Fault.NoSuchOverload,
        };
    }

    private static CelValue Item(CelList list, in CelValue index)
    {
        var place = index.Kind switch
        {
            CelKind.Int => index.AsInt,
            CelKind.UInt => (long)Math.Min(index.AsUInt, long.MaxValue),
            CelKind.Double when Numeric.TryToInt(index.AsDouble, out var whole) => whole,
            CelKind.Double => -1,
            _ => long.MinValue,
        };
        if (place == long.MinValue && index.Kind != CelKind.Int)
        {
            return Fault.NoSuchOverload;
        }

        return place >= 0 && place < list.Count ? list[(int)place] : Fault.OutOfRange;
    }
}
