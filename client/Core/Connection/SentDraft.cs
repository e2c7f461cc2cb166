namespace Validation.Client.Connection;

/// <summary>A draft with its bytes, as it is sent.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Content">The bytes.</param>
internal sealed record SentDraft(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>Last year's report. Null: none is sent.</summary>
    public SentDraft? Prior { get; init; }

    /// <summary>The fingerprints of the findings of the check before. Null: nothing is compared.</summary>
    public IReadOnlyCollection<string>? Previous { get; init; }

    /// <summary>The bytes of both.</summary>
    public long Length => Content.Length + (Prior?.Content.Length ?? 0);
}
