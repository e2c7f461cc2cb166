using Validation.Server.Outcomes;

namespace Validation.Server.Admission;

/// <summary>What is said to those who are not let in, each with the time after which to come again.</summary>
internal static class Refusals
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Others fill the server.</summary>
    public static Refusal Full { get; } = new(RefusalKind.Full, AdmissionTexts.Busy) { RetryAfter = Pause };

    /// <summary>The principal itself asks for too much.</summary>
    /// <param name="reason">Of what, and what would be better.</param>
    public static Refusal Throttled(string reason)
    {
        return new Refusal(RefusalKind.Throttled, reason) { RetryAfter = Pause };
    }

    /// <summary>What follows from an answer that does not grant the wish.</summary>
    public static Refusal Of(ShareAnswer answer, string own)
    {
        return answer == ShareAnswer.Full ? Full : Throttled(own);
    }
}
