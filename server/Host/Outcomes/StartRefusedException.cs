namespace Validation.Server.Outcomes;

/// <summary>The server does not start, for a reason that an administrator can mend: the message, one Chinese sentence.</summary>
public sealed class StartRefusedException : Exception
{
    public StartRefusedException()
    {
    }

    public StartRefusedException(string message)
        : base(message)
    {
    }

    public StartRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
