using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Validation.Client.Drafts;

namespace Validation.Tray.Windows;

/// <summary>The one thread on which everything is shown, with a hidden window through which other threads and other programs reach it.
/// Create it and run it on the same thread.</summary>
internal sealed class UiThread : IUiThread, IDisposable
{
    /// <summary>The class of the window, by which another start of the program finds it.</summary>
    public const string WindowClass = "ValidationTray";

    private const uint Popup = 0x80000000;
    private const uint ToolWindow = 0x80;

    private const uint Close = 0x10;
    private const uint QueryEndSession = 0x11;
    private const uint EndSession = 0x16;
    private const uint RunActions = 0x8001;

    private static readonly uint ShowMessage = User32.RegisterWindowMessageW("ValidationTray.Show");
    private static UiThread? _current;

    private readonly ConcurrentQueue<Action> _actions = new();

    /// <summary>Creates the thread's hidden window, which actions of other threads are posted to.</summary>
    /// <exception cref="Win32Exception">The system refuses it.</exception>
    public unsafe UiThread()
    {
        var module = Kernel32.GetModuleHandleW(0);
        fixed (char* name = WindowClass)
        {
            var description = new User32.WindowClass
            {
                Size = (uint)sizeof(User32.WindowClass), Procedure = &OnMessage, Instance = module, ClassName = name,
            };
            User32.RegisterClassExW(description);
        }

        _current = this;
        Window = User32.CreateWindowExW(ToolWindow, WindowClass, TrayTexts.Product, Popup, 0, 0, 0, 0, 0, 0, module, 0);
        if (Window == 0)
        {
            throw new Win32Exception();
        }
    }

    /// <summary>The window. It is never shown.</summary>
    public nint Window { get; }

    /// <inheritdoc/>
    public Action<Exception>? Failed { get; set; }

    /// <inheritdoc/>
    public Action? StartedAgain { get; set; }

    /// <inheritdoc/>
    public Action? Ending { get; set; }

    /// <summary>Called when the program is started a second time for one of its addresses.</summary>
    public Action<ProgramAddress>? Addressed { get; set; }

    /// <summary>Asks the program that runs already to show itself, or to do what an address asks.</summary>
    public static void ShowOther(ProgramAddress? address)
    {
        var other = User32.FindWindowW(WindowClass, null);
        // What it opens may then come to the front: the user has clicked on this program.
        User32.GetWindowThreadProcessId(other, out var id);
        User32.AllowSetForegroundWindow(id);
        if (address is null)
        {
            User32.PostMessageW(other, ShowMessage, 0, 0);
        }
        else
        {
            AddressMessage.Send(other, address);
        }
    }

    /// <summary>Asks the program that runs already to end, and waits for it.</summary>
    /// <returns>False: it still runs.</returns>
    public static bool TryEndOther(TimeSpan patience)
    {
        var other = User32.FindWindowW(WindowClass, null);
        User32.GetWindowThreadProcessId(other, out var id);
        if (other == 0)
        {
            return true;
        }

        if (!User32.PostMessageW(other, Close, 0, 0))
        {
            // A program that was started as an administrator takes no message from others.
            return !User32.IsWindow(other);
        }

        try
        {
            using var process = Process.GetProcessById(id);
            return process.WaitForExit(patience);
        }
        catch (ArgumentException)
        {
            // The other program has ended meanwhile.
            return true;
        }
    }

    /// <inheritdoc/>
    public void Post(Action action)
    {
        _actions.Enqueue(action);
        User32.PostMessageW(Window, RunActions, 0, 0);
    }

    /// <inheritdoc/>
    public void Run()
    {
        while (User32.GetMessageW(out var message, 0, 0, 0) > 0)
        {
            User32.TranslateMessage(message);
            User32.DispatchMessageW(message);
        }
    }

    /// <inheritdoc/>
    public void Quit() => Post(() => User32.PostQuitMessage(0));

    /// <summary>Runs an action; an exception goes to the handler of failures, and the thread goes on.</summary>
    public void Guard(Action? action)
    {
        try
        {
            action?.Invoke();
        }
        catch (Exception e)
        {
            Failed?.Invoke(e);
        }
    }

    /// <summary>Destroys the thread's hidden window.</summary>
    public void Dispose()
    {
        User32.DestroyWindow(Window);
        _current = null;
    }

    [UnmanagedCallersOnly]
    private static nint OnMessage(nint window, uint message, nint word, nint value) => message switch
    {
        RunActions => Handle(thread => thread.RunPosted()),
        Close => Handle(thread => thread.Ending?.Invoke()),
        QueryEndSession => 1,
        EndSession => word == 0 ? 0 : Handle(thread => thread.Ending?.Invoke()),
        AddressMessage.Id => Handle(thread => thread.OnAddress(AddressMessage.TryRead(value))),
        _ when message == ShowMessage => Handle(thread => thread.StartedAgain?.Invoke()),
        _ => User32.DefWindowProcW(window, message, word, value),
    };

    private static nint Handle(Action<UiThread> handler)
    {
        if (_current is { } thread)
        {
            thread.Guard(() => handler(thread));
        }

        return 0;
    }

    // Whoever sends the message waits until this returns.
    private void OnAddress(ProgramAddress? address)
    {
        if (address is not null)
        {
            Post(() => Addressed?.Invoke(address));
        }
    }

    private void RunPosted()
    {
        while (_actions.TryDequeue(out var action))
        {
            Guard(action);
        }
    }
}
