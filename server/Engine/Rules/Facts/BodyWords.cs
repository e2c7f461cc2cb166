using Google.Protobuf.Reflection;
using Validation.Cel;
using Validation.V1;

namespace Validation.Engine.Rules.Facts;

/// <summary>Kinds and levels of bodies as expressions see them: the names of the contract without their prefix.</summary>
internal static class BodyWords
{
    private static readonly CelValue[] Kinds = Words(BodiesReflection.Descriptor.EnumTypes[0], "BODY_KIND_");
    private static readonly CelValue[] Levels = Words(BodiesReflection.Descriptor.EnumTypes[1], "BODY_LEVEL_");

    /// <summary>The kind as rules see it, such as 'STREET'; empty where it is not known for certain.</summary>
    public static CelValue Of(BodyKind kind) => Kinds[(int)kind < Kinds.Length ? (int)kind : 0];

    /// <summary>The level as rules see it, such as 'COUNTY'; empty where it is not known for certain.</summary>
    public static CelValue Of(BodyLevel level) => Levels[(int)level < Levels.Length ? (int)level : 0];

    private static CelValue[] Words(EnumDescriptor type, string prefix) =>
        [.. type.Values.Select(value => CelValue.Of(value.Number == 0 ? string.Empty : value.Name[prefix.Length..]))];
}
