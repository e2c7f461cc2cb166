namespace Validation.Client.Tests.Support;

/// <summary>Tests that change the environment of the whole process: they run when no others do.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentTests
{
    public const string Name = "Environment";
}
