namespace Validation.Runtime.Tests.Support;

/// <summary>The tests that no other test may disturb.</summary>
[CollectionDefinition("Alone", DisableParallelization = true)]
public sealed class Alone;
