namespace Validation.Runtime.Tests.Support;

/// <summary>A request body that cannot be read.</summary>
public sealed class BrokenBody(Exception failure) : MemoryStream
{
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        ValueTask.FromException<int>(failure);
}
