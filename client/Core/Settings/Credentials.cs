using System.Runtime.InteropServices;

namespace Validation.Client.Settings;

/// <summary>What is used of the Windows Credential Manager.</summary>
internal static partial class Credentials
{
    /// <summary>CRED_TYPE_GENERIC: a credential of a program's own.</summary>
    internal const uint Generic = 1;

    /// <summary>CRED_PERSIST_LOCAL_MACHINE: for this user on this machine, and across restarts.</summary>
    internal const uint LocalMachine = 2;

    [LibraryImport("advapi32", EntryPoint = "CredReadW", StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Read(string target, uint type, uint flags, out nint credential);

    [LibraryImport("advapi32", EntryPoint = "CredWriteW", SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Write(in Credential credential, uint flags);

    [LibraryImport("advapi32", EntryPoint = "CredDeleteW", StringMarshalling = StringMarshalling.Utf16, SetLastError = true)]
    [return: MarshalAs(UnmanagedType.Bool)]
    internal static partial bool Delete(string target, uint type, uint flags);

    [LibraryImport("advapi32", EntryPoint = "CredFree")]
    internal static partial void Free(nint credential);

    /// <summary>The structure CREDENTIALW of wincred.h.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal struct Credential
    {
        public uint Flags;
        public uint Type;
        public nint TargetName;
        public nint Comment;
        public long LastWritten;
        public uint BlobSize;
        public nint Blob;
        public uint Persist;
        public uint AttributeCount;
        public nint Attributes;
        public nint TargetAlias;
        public nint UserName;
    }
}
