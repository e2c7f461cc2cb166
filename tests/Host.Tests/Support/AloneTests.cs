namespace Validation.Server.Tests.Support;

/// <summary>Tests of what holds for the whole process, such as the figures of all servers in it: no other test runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneTests
{
    public const string Name = "alone";
}
