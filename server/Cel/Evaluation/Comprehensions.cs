using Validation.Cel.Syntax;

namespace Validation.Cel.Evaluation;

/// <summary>
/// The macros over lists and maps. <c>all</c> and <c>exists</c> absorb errors as &amp;&amp; and || do, the others do not.
/// </summary>
internal static class Comprehensions
{
    public static Func<CelFrame, CelValue> Compile(
        ComprehensionNode node,
        Func<CelFrame, CelValue> range,
        Func<CelFrame, CelValue>? filter,
        Func<CelFrame, CelValue> body,
        Scope inner)
    {
        var hasTwo = node.Second is not null;
        var loop = new Loop(range, filter, body, hasTwo ? inner.Slot - 1 : inner.Slot, hasTwo, node.StepsPerItem);
        return node.Kind switch
        {
            ComprehensionKind.All => frame => Quantify(frame, loop, isAll: true),
            ComprehensionKind.Exists => frame => Quantify(frame, loop, isAll: false),
            ComprehensionKind.ExistsOne => frame => CountOne(frame, loop),
            ComprehensionKind.List => frame => MakeList(frame, loop),
            _ => frame => MakeMap(frame, loop),
        };
    }

    private static CelValue Quantify(CelFrame frame, Loop loop, bool isAll)
    {
        var range = loop.Range(frame);
        if (!IsRange(range, out var count, out var error))
        {
            return error;
        }

        var result = CelValue.Of(isAll);
        for (var i = 0; i < count; i++)
        {
            if (!loop.Enter(frame, range, i))
            {
                return Fault.BudgetExceeded;
            }

            var value = loop.Body(frame);
            if (value.Kind == CelKind.Bool && value.IsTrue != isAll)
            {
                return value;
            }

            result = Logic.Worse(result, value);
        }

        return result;
    }

    private static CelValue CountOne(CelFrame frame, Loop loop)
    {
        var range = loop.Range(frame);
        if (!IsRange(range, out var count, out var error))
        {
            return error;
        }

        var matches = 0;
        for (var i = 0; i < count; i++)
        {
            if (!loop.Enter(frame, range, i))
            {
                return Fault.BudgetExceeded;
            }

            var value = loop.Body(frame);
            if (value.Kind != CelKind.Bool)
            {
                return value.IsError ? value : Fault.NotBool;
            }

            matches += value.IsTrue ? 1 : 0;
        }

        return CelValue.Of(matches == 1);
    }

    private static CelValue MakeList(CelFrame frame, Loop loop)
    {
        var range = loop.Range(frame);
        if (!IsRange(range, out var count, out var error))
        {
            return error;
        }

        using var items = new ItemBuffer(count);
        for (var i = 0; i < count; i++)
        {
            if (!loop.Enter(frame, range, i))
            {
                return Fault.BudgetExceeded;
            }

            var isIn = loop.LetsThrough(frame);
            if (isIn.IsTrue)
            {
                isIn = loop.Body(frame);
                items.Add(isIn);
            }

            if (isIn.IsError)
            {
                return isIn;
            }
        }

        return CelValue.Of(items.ToList());
    }

    private static CelValue MakeMap(CelFrame frame, Loop loop)
    {
        var range = loop.Range(frame);
        if (!IsRange(range, out var count, out var error))
        {
            return error;
        }

        List<KeyValuePair<CelValue, CelValue>> entries = [];
        for (var i = 0; i < count; i++)
        {
            if (!loop.Enter(frame, range, i))
            {
                return Fault.BudgetExceeded;
            }

            var isIn = loop.LetsThrough(frame);
            if (isIn.IsTrue)
            {
                isIn = loop.Body(frame);
                entries.Add(new(frame.Locals[loop.Slot], isIn));
            }

            if (isIn.IsError)
            {
                return isIn;
            }
        }

        return CelMap.Create([.. entries], out error) is { } map ? CelValue.Of(map) : error;
    }

    private static bool IsRange(in CelValue range, out int count, out CelValue error)
    {
        count = range.Kind == CelKind.List ? range.AsList.Count : range.Kind == CelKind.Map ? range.AsMap.Count : -1;
        error = range.IsError ? range : Fault.NoSuchOverload;
        return count >= 0;
    }

    /// <summary>The condition or result that a macro evaluates for each item.</summary>
    private sealed class Loop(
        Func<CelFrame, CelValue> range, Func<CelFrame, CelValue>? filter, Func<CelFrame, CelValue> body, int slot, bool hasTwo, int steps)
    {
        public Func<CelFrame, CelValue> Range { get; } = range;

        public Func<CelFrame, CelValue> Body { get; } = body;

        public int Slot { get; } = slot;

        /// <summary>Takes an item's steps from the budget and sets the macro's variables to it. False: the budget is used up.</summary>
        public bool Enter(CelFrame frame, in CelValue values, int index)
        {
            if (!frame.Budget.Spend(steps))
            {
                return false;
            }

            var locals = frame.Locals;
            if (values.Kind == CelKind.List)
            {
                locals[Slot] = hasTwo ? CelValue.Of((long)index) : values.AsList[index];
            }
            else
            {
                locals[Slot] = values.AsMap.Entries[index].Key;
            }

            if (hasTwo)
            {
                locals[Slot + 1] = values.Kind == CelKind.List ? values.AsList[index] : values.AsMap.Entries[index].Value;
            }

            return true;
        }

        public CelValue LetsThrough(CelFrame frame)
        {
            if (filter is null)
            {
                return CelValue.True;
            }

            var value = filter(frame);
            return value.Kind is CelKind.Bool or CelKind.Error ? value : Fault.NotBool;
        }
    }
}
