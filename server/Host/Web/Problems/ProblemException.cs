namespace Validation.Server.Web.Problems;

/// <summary>A request that cannot be answered, for a reason that its sender is told.</summary>
internal sealed class ProblemException(ProblemCode code, string detail) : Exception(detail)
{
    public ProblemCode Code { get; } = code;
}
