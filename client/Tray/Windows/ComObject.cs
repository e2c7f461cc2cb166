using System.Runtime.InteropServices;

namespace Validation.Tray.Windows;

/// <summary>One interface of a COM object. Its methods are called by their place in the interface's table: a trimmed program has no other
/// way, and four or five methods need no more.</summary>
internal sealed unsafe class ComObject : IDisposable
{
    private const uint InThisProcess = 1;

    private readonly nint _pointer;

    private ComObject(nint pointer)
    {
        _pointer = pointer;
    }

    /// <summary>Creates an object of a registered class; null: the system has none.</summary>
    public static ComObject? Create(Guid classId, Guid interfaceId) =>
        Shell32.CoCreateInstance(classId, 0, InThisProcess, interfaceId, out var pointer) < 0 ? null : new ComObject(pointer);

    /// <summary>Takes over a reference that a method handed out.</summary>
    public static ComObject? Take(nint pointer) => pointer == 0 ? null : new ComObject(pointer);

    /// <summary>Another interface of the same object; null: it has none.</summary>
    public ComObject? As(Guid interfaceId) =>
        Marshal.QueryInterface(_pointer, interfaceId, out var other) < 0 ? null : new ComObject(other);

    /// <summary>Calls a method without arguments.</summary>
    public int Call(int slot) => ((delegate* unmanaged<nint, int>)Slot(slot))(_pointer);

    /// <summary>Calls a method with a number.</summary>
    public int Call(int slot, nint argument) => ((delegate* unmanaged<nint, nint, int>)Slot(slot))(_pointer, argument);

    /// <summary>Calls a method with two numbers.</summary>
    public int Call(int slot, nint first, nint second) =>
        ((delegate* unmanaged<nint, nint, nint, int>)Slot(slot))(_pointer, first, second);

    /// <summary>Calls a method with a text.</summary>
    public int Call(int slot, string text)
    {
        fixed (char* characters = text)
        {
            return Call(slot, (nint)characters);
        }
    }

    /// <summary>Calls a method with a text and a number.</summary>
    public int Call(int slot, string text, nint second)
    {
        fixed (char* characters = text)
        {
            return Call(slot, (nint)characters, second);
        }
    }

    /// <summary>Calls a method that hands something out; 0: it failed.</summary>
    public nint Get(int slot)
    {
        nint result = 0;
        return Call(slot, (nint)(&result)) < 0 ? 0 : result;
    }

    /// <summary>Calls a method that takes a number and hands something out; 0: it failed.</summary>
    public nint Get(int slot, nint argument)
    {
        nint result = 0;
        return Call(slot, argument, (nint)(&result)) < 0 ? 0 : result;
    }

    /// <summary>Calls a method of another object with this one.</summary>
    public int PassTo(ComObject other, int slot) => other.Call(slot, _pointer);

    /// <summary>Calls a method of another object with this one, which hands something out; 0: it failed.</summary>
    public nint Pass(ComObject other, int slot) => other.Get(slot, _pointer);

    /// <summary>Gives the reference back.</summary>
    public void Dispose() => Marshal.Release(_pointer);

    private void* Slot(int slot) => (*(void***)_pointer)[slot];
}
