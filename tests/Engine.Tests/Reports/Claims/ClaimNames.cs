using Validation.V1;
using Kind = Validation.V1.Claim.Types.Kind;

namespace Validation.Engine.Tests.Reports.Claims;

/// <summary>The names of the kinds of counts as JSON prints them: "accepted", "review_total".</summary>
internal static class ClaimNames
{
    private static readonly Dictionary<Kind, string> Names =
        Claim.Descriptor.EnumTypes[0].Values.ToDictionary(value => (Kind)value.Number, value => value.Name.ToLowerInvariant());

    /// <summary>The name of a kind.</summary>
    public static string Of(Kind kind) => Names[kind];
}
