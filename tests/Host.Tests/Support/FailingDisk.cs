using Validation.Server.Store;

namespace Validation.Server.Tests.Support;

/// <summary>A disk whose N-th step fails, once or for ever: before it is done, or when half of it is.</summary>
internal sealed class FailingDisk(IDisk disk, int step, bool forEver, bool halfWay = false) : IDisk
{
    private int _steps;

    public byte[]? Read(string name)
    {
        Count(() => { });
        return disk.Read(name);
    }

    public void Write(string name, ReadOnlySpan<byte> content)
    {
        var half = content[..(content.Length / 2)].ToArray();
        Count(() => disk.Write(name, half));
        disk.Write(name, content);
    }

    public void Rename(string from, string to)
    {
        Count(() => { });
        disk.Rename(from, to);
    }

    private void Count(Action half)
    {
        _steps++;
        if (_steps == step || (forEver && _steps > step))
        {
            if (halfWay)
            {
                half();
            }

            throw new IOException("No space left on device");
        }
    }
}
