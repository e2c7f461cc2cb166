using Validation.Engine.Acceptances;
using Validation.Engine.Bodies;

namespace Validation.Engine;

/// <summary>What is known where the checks are made, besides the rules. Immutable and thread-safe.</summary>
/// <param name="Bodies">The bodies whose reports are checked.</param>
/// <param name="Acceptances">The findings that are accepted.</param>
public sealed record LocalRecords(BodyRegister Bodies, AcceptanceRegister Acceptances)
{
    /// <summary>Nothing is known.</summary>
    public static LocalRecords Empty { get; } = new(BodyRegister.Empty, AcceptanceRegister.Empty);
}
