namespace Validation.Server.Wording;

/// <summary>What may be logged of an exception.</summary>
internal static class FaultText
{
    /// <summary>The types and the stack traces, without the messages: these may quote the document.</summary>
    public static string Of(Exception fault)
    {
        var described = $"{fault.GetType().FullName}{Environment.NewLine}{fault.StackTrace}";
        return fault.InnerException is { } inner ? $"{described}{Environment.NewLine}---> {Of(inner)}" : described;
    }
}
