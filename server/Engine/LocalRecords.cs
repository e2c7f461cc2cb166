using Validation.Engine.Acceptances;
using Validation.Engine.Bodies;

namespace Validation.Engine;

/// <summary>The records of a server besides its rules: bodies and acceptances. Immutable and thread-safe.</summary>
/// <param name="Bodies">The bodies whose reports are checked.</param>
/// <param name="Acceptances">The findings that are accepted.</param>
public sealed record LocalRecords(BodyRegister Bodies, AcceptanceRegister Acceptances)
{
    /// <summary>Records without any body or acceptance.</summary>
    public static LocalRecords Empty { get; } = new(BodyRegister.Empty, AcceptanceRegister.Empty);
}
