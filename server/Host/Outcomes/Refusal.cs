namespace Validation.Server.Outcomes;

/// <summary>The reason why a request is not answered, for programs and for people.</summary>
/// <param name="Kind">The same for programs.</param>
/// <param name="Reason">The same for people: one Chinese sentence, or several, made for whoever asked.</param>
internal sealed record Refusal(RefusalKind Kind, string Reason)
{
    /// <summary>When to ask again. Null: nothing is known of that.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The field of the request that is wrong, such as "candidate". Null: no single one is.</summary>
    public string? Field { get; init; }

    /// <summary>The limit that was passed, in bytes. Null: none was.</summary>
    public long? LimitBytes { get; init; }
}
