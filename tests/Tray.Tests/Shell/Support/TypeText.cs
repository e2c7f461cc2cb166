using System.Reflection;

namespace Validation.Tray.Tests.Shell.Support;

/// <summary>Types as C# writes them.</summary>
public static class TypeText
{
    public static string Full(Type type) => $"{type.Namespace}.{Brief(type)}";

    public static string Constraints(IEnumerable<Type> arguments) => string.Concat(arguments.Select(Constraint));

    public static string Brief(Type type)
    {
        if (type.IsArray)
        {
            return $"{Brief(type.GetElementType()!)}[]";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var name = type.Name.Split('`')[0];
        if (type.IsNested)
        {
            name = $"{type.DeclaringType!.Name.Split('`')[0]}.{name}";
        }

        return type.IsGenericType ? $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Brief))}>" : name;
    }

    private static string Constraint(Type argument)
    {
        var isClass = argument.IsGenericParameter
            && argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint);
        var all = (argument.IsGenericParameter ? argument.GetGenericParameterConstraints() : [])
            .Select(Brief)
            .Concat(isClass ? ["class"] : [])
            .ToList();
        return all.Count == 0 ? "" : $" where {argument.Name} : {string.Join(", ", all)}";
    }
}
