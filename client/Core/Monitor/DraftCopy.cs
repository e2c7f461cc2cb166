namespace Validation.Client.Monitor;

/// <summary>A copy of a draft with comments, or why there is none: exactly one of the two is set.</summary>
/// <param name="FilePath">The copy's file; null: there is none.</param>
/// <param name="Problem">Why there is none, in Chinese; null: there is one.</param>
public sealed record DraftCopy(string? FilePath, string? Problem);
