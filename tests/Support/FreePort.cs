using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Validation.Tests.Support;

/// <summary>Ports for servers that are started later, or again. They lie below those that the system gives to outgoing connections, so that
/// no connection takes one in between. Several test programs run at once on a machine: each takes blocks of ports for itself, so that a
/// port that one has given and nobody listens on yet is not given by another.</summary>
internal static class FreePort
{
    private const int First = 20_000;
    private const int Blocks = 200;
    private const int BlockSize = 50;

    // A user has one of his own, because he may not write into that of another.
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), $"validation-test-ports-{Environment.UserName}");

    private static readonly Lock Gate = new();

    // The system gives a lock back when the program that holds it is gone, however it ends.
    private static readonly List<FileStream> Locks = [];

    private static int _next;
    private static int _end;

    /// <summary>A port of the loopback address on which nobody listens now. No test gets one twice.</summary>
    public static int Next()
    {
        lock (Gate)
        {
            while (true)
            {
                if (_next == _end)
                {
                    _next = First + (TakeBlock() * BlockSize);
                    _end = _next + BlockSize;
                }

                var port = _next++;
                if (IsFree(port))
                {
                    return port;
                }
            }
        }
    }

    private static int TakeBlock()
    {
        Directory.CreateDirectory(Folder);
        var first = Random.Shared.Next(Blocks);
        for (var turn = 0; turn < Blocks; turn++)
        {
            var block = (first + turn) % Blocks;
            if (TryLock(block) is { } held)
            {
                Locks.Add(held);
                return block;
            }
        }

        throw new InvalidOperationException($"All ports are taken: see {Folder}.");
    }

    private static FileStream? TryLock(int block)
    {
        try
        {
            var file = Path.Combine(Folder, block.ToString(CultureInfo.InvariantCulture));
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
