using System.Runtime.InteropServices;
using System.Text;
using Validation.Client.Connection;

namespace Validation.Client.Settings;

/// <summary>Where the system keeps a user's keys, one for each server: the Credential Manager of Windows. Other systems have none that is
/// always there; a key then stands in the settings file, readable for its user alone.</summary>
public static class KeySafe
{
    private const int MostBytes = 2560;

    /// <summary>Whether the system has one.</summary>
    public static bool IsAvailable => OperatingSystem.IsWindows();

    /// <summary>The key for a server.</summary>
    /// <returns>Null: none is kept.</returns>
    public static ServerKey? Read(ServerAddress server)
    {
        ArgumentNullException.ThrowIfNull(server);
        if (!IsAvailable || !Credentials.Read(Target(server), Credentials.Generic, 0, out var found))
        {
            return null;
        }

        try
        {
            var credential = Marshal.PtrToStructure<Credentials.Credential>(found);
            var bytes = new byte[Math.Min(credential.BlobSize, MostBytes)];
            Marshal.Copy(credential.Blob, bytes, 0, bytes.Length);
            return ServerKey.TryRead(Encoding.UTF8.GetString(bytes), out var key, out _) ? key : null;
        }
        finally
        {
            Credentials.Free(found);
        }
    }

    /// <summary>Keeps the key for a server, in place of an earlier one.</summary>
    /// <returns>Whether it is kept.</returns>
    public static bool TryWrite(ServerAddress server, ServerKey key)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(key);
        var bytes = Encoding.UTF8.GetBytes(key.Reveal());
        if (!IsAvailable || bytes.Length > MostBytes)
        {
            return false;
        }

        var blob = Marshal.AllocHGlobal(bytes.Length);
        var target = Marshal.StringToHGlobalUni(Target(server));
        try
        {
            Marshal.Copy(bytes, 0, blob, bytes.Length);
            var credential = new Credentials.Credential
            {
                Type = Credentials.Generic,
                TargetName = target,
                BlobSize = (uint)bytes.Length,
                Blob = blob,
                Persist = Credentials.LocalMachine,
                UserName = target,
            };
            return Credentials.Write(in credential, 0);
        }
        finally
        {
            Marshal.Copy(new byte[bytes.Length], 0, blob, bytes.Length);
            Marshal.FreeHGlobal(blob);
            Marshal.FreeHGlobal(target);
        }
    }

    /// <summary>Forgets the key for a server.</summary>
    /// <returns>Whether one was kept.</returns>
    public static bool Forget(ServerAddress server)
    {
        ArgumentNullException.ThrowIfNull(server);
        return IsAvailable && Credentials.Delete(Target(server), Credentials.Generic, 0);
    }

    private static string Target(ServerAddress server) => $"年报校验 {server}";
}
