namespace Grpc.Core;

/// <summary>How a message is written.</summary>
[Flags]
public enum WriteFlags
{
    /// <summary>The message may wait in a buffer for the ones that follow.</summary>
    BufferHint = 0x1,

    /// <summary>The message is sent as it is, also when the call compresses.</summary>
    NoCompress = 0x2,
}

/// <summary>How messages are written. Immutable.</summary>
public class WriteOptions
{
    /// <summary>Nothing special.</summary>
    public static readonly WriteOptions Default = new();

    /// <summary>Makes options.</summary>
    /// <param name="flags">The flags.</param>
    public WriteOptions(WriteFlags flags = default)
    {
        Flags = flags;
    }

    /// <summary>The flags.</summary>
    public WriteFlags Flags { get; }
}
