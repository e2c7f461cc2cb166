namespace Validation.Cel.Evaluation;

/// <summary>An overload as a call uses it, with its constants worked in.</summary>
internal sealed class Overload(IReadOnlyList<CelType> parameters, CelCall call)
{
    private readonly Parameter[] _parameters = [.. parameters.Select(Parameter.Of)];

    public CelCall Call { get; } = call;

    /// <summary>Whether values, as many as there are parameters, fit the parameters' types. A value shows its kind, not the types of its
    /// items.</summary>
    public bool Fits(ReadOnlySpan<CelValue> values)
    {
        for (var i = 0; i < _parameters.Length; i++)
        {
            if (!_parameters[i].Accepts(values[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether those arguments fit that are known; null stands for one that is not.</summary>
    public bool Fits(CelValue?[] values)
    {
        return !values.Where((value, i) => value is { } known && !_parameters[i].Accepts(known)).Any();
    }

    private readonly record struct Parameter(CelKind? Kind, ObjectType? Object)
    {
        public static Parameter Of(CelType type)
        {
            return type switch
            {
                ObjectType known => new(CelKind.Object, known),
                CelListType => new(CelKind.List, null),
                CelMapType => new(CelKind.Map, null),
                _ when type.Equals(CelType.Null) => new(CelKind.Null, null),
                _ when type.Equals(CelType.Bool) => new(CelKind.Bool, null),
                _ when type.Equals(CelType.Int) => new(CelKind.Int, null),
                _ when type.Equals(CelType.UInt) => new(CelKind.UInt, null),
                _ when type.Equals(CelType.Double) => new(CelKind.Double, null),
                _ when type.Equals(CelType.String) => new(CelKind.String, null),
                _ when type.Equals(CelType.Bytes) => new(CelKind.Bytes, null),
                _ when type.Equals(CelType.Type) => new(CelKind.Type, null),
                _ => default,
            };
        }

        public bool Accepts(in CelValue value)
        {
            return Kind is null || (value.Kind == Kind && (Object is null || ReferenceEquals(value.ObjectType, Object)));
        }
    }
}
