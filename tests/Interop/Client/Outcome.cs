namespace Validation.Interop.Client;

/// <summary>How a case that did not fail went: passed, passed but for something, or not applicable.</summary>
internal sealed record Outcome(string Text)
{
    public static readonly Outcome Passed = new("passed");

    public static Outcome PassedBut(string what) => new($"passed, but {what}");

    public static Outcome NotApplicable(string why) => new($"n/a: {why}");
}
