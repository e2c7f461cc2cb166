namespace Validation.Cel;

/// <summary>An object of the environment together with its type. Make it once and keep it: a value then only points to it.</summary>
/// <param name="Type">The type, which knows the fields.</param>
/// <param name="Value">The object.</param>
public sealed record CelObject(ObjectType Type, object Value);
