namespace Validation.Cel.Evaluation;

/// <summary>Evaluates lists and maps that an expression writes down.</summary>
internal static class Literals
{
    public static Func<CelFrame, CelValue> List(Func<CelFrame, CelValue>[] items)
    {
        return frame =>
        {
            var values = new CelValue[items.Length];
            for (var i = 0; i < items.Length; i++)
            {
                values[i] = items[i](frame);
                if (values[i].IsError)
                {
                    return values[i];
                }
            }

            return CelValue.Of(new CelList(values));
        };
    }

    public static Func<CelFrame, CelValue> Map(Func<CelFrame, CelValue>[] keys, Func<CelFrame, CelValue>[] values)
    {
        return frame =>
        {
            var entries = new KeyValuePair<CelValue, CelValue>[keys.Length];
            for (var i = 0; i < keys.Length; i++)
            {
                var key = keys[i](frame);
                if (key.IsError)
                {
                    return key;
                }

                var value = values[i](frame);
                if (value.IsError)
                {
                    return value;
                }

                entries[i] = new(Numeric.Resolve(key), value);
            }

            return CelMap.Create(entries, out var error) is { } map ? CelValue.Of(map) : error;
        };
    }
}
