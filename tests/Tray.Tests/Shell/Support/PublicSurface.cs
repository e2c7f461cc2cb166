using System.Reflection;
using System.Runtime.CompilerServices;

namespace Validation.Tray.Tests.Shell.Support;

/// <summary>What others can use of an assembly: one line for each public type and each public or protected member.</summary>
public static class PublicSurface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<string> Of(Assembly assembly) => assembly.GetExportedTypes().SelectMany(Of);

    private static IEnumerable<string> Of(Type type)
    {
        var name = TypeText.Full(type);
        yield return $"{Kind(type)} {name}{Bases(type)}{TypeText.Constraints(type.GetGenericArguments())}";
        if (typeof(Delegate).IsAssignableFrom(type))
        {
            yield return $"{name} {Signature(type.GetMethod("Invoke")!)}";
            yield break;
        }

        foreach (var member in type.GetMembers(Declared).Select(Describe).OfType<string>())
        {
            yield return $"{name} {member}";
        }
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Bases(Type type)
    {
        Type?[] none = [typeof(object), typeof(ValueType), typeof(Enum), typeof(MulticastDelegate), null];
        Type[] own = none.Contains(type.BaseType) ? [] : [type.BaseType!];
        Type[] interfaces = type.IsEnum || typeof(Delegate).IsAssignableFrom(type) ? [] : type.GetInterfaces();
        var visible = interfaces.Where(each => each.IsVisible).OrderBy(TypeText.Brief, StringComparer.Ordinal);
        var all = own.Concat(visible).Select(TypeText.Brief).ToList();
        return all.Count == 0 ? "" : $" : {string.Join(", ", all)}";
    }

    private static string? Describe(MemberInfo member) => member switch
    {
        _ when member.IsDefined(typeof(CompilerGeneratedAttribute)) => null,
        FieldInfo { IsPublic: true, IsSpecialName: false } field => Field(field),
        ConstructorInfo constructor when IsVisible(constructor) => $"{Modifiers(constructor)}new{Parameters(constructor)}",
        MethodInfo { IsSpecialName: false } method when IsVisible(method) && !IsOfObject(method) => Signature(method),
        MethodInfo { Name: "op_Equality" or "op_Inequality" } method => Signature(method),
        PropertyInfo property when property.GetAccessors(nonPublic: true).Any(IsVisible) => Property(property),
        EventInfo { AddMethod.IsPublic: true } own => $"event {own.Name}: {TypeText.Brief(own.EventHandlerType!)}",
        _ => null,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsOfObject(MethodInfo method) =>
        method.GetBaseDefinition().DeclaringType == typeof(object) || method.GetBaseDefinition().DeclaringType == typeof(ValueType);

    private static string Field(FieldInfo field)
    {
        var modifiers = field.IsInitOnly ? "static readonly " : "";
        var constant = field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "";
        return $"{modifiers}{field.Name}{constant}: {TypeText.Brief(field.FieldType)}";
    }

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(nonPublic: true).Where(IsVisible)
            .Select(accessor => accessor.ReturnType == typeof(void) ? "set" : "get")
            .Order(StringComparer.Ordinal);
        var modifiers = Modifiers(property.GetAccessors(nonPublic: true).First(IsVisible));
        return $"{modifiers}{property.Name}: {TypeText.Brief(property.PropertyType)} {{ {string.Join(' ', accessors)} }}";
    }

    private static string Signature(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeText.Brief))}>" : "";
        var text = $"{Modifiers(method)}{method.Name}{generic}{Parameters(method)}: {TypeText.Brief(method.ReturnType)}";
        return text + TypeText.Constraints(method.GetGenericArguments());
    }

    private static string Modifiers(MethodBase method)
    {
        var access = method.IsPublic ? "" : "protected ";
        return access + method switch
        {
            { DeclaringType.IsInterface: true } => "",
            { IsStatic: true } => "static ",
            { IsAbstract: true } => "abstract ",
            MethodInfo { IsVirtual: true } info when info.GetBaseDefinition() != info => "override ",
            { IsVirtual: true, IsFinal: false } => "virtual ",
            _ => "",
        };
    }

    private static string Parameters(MethodBase method) => $"({string.Join(", ", method.GetParameters().Select(Parameter))})";

    private static string Parameter(ParameterInfo parameter) =>
        $"{TypeText.Brief(parameter.ParameterType)} {parameter.Name}{(parameter.IsOptional ? " = default" : "")}";
}
