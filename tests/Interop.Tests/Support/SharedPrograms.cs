namespace Validation.Interop.Tests.Support;

/// <summary>The tests that share the server programs.</summary>
[CollectionDefinition(Name)]
public sealed class SharedPrograms : ICollectionFixture<Programs>
{
    public const string Name = "Interop";
}
