namespace Validation.Formats.Tests.Kit;

/// <summary>Tests that share the converted files. They run one after another: some of them need the whole machine.</summary>
[CollectionDefinition(nameof(ConvertedReports))]
public sealed class SharedReports : ICollectionFixture<ConvertedReports>;
