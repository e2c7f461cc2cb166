using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Validation.Tray.Windows;

/// <summary>
/// The thread that everything is shown on, and its hidden window, through which other threads and other programs reach it. Create it and
/// run it on one thread; there is one in a program.
/// </summary>
internal sealed class UiThread : IDisposable
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
    private readonly Action<Exception> _failed;

    /// <summary>Creates the window.</summary>
    /// <param name="failed">Hears of what an action threw; the thread goes on.</param>
    /// <exception cref="Win32Exception">The system refuses it.</exception>
    public unsafe UiThread(Action<Exception> failed)
    {
        _failed = failed;
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
        Window = User32.CreateWindowExW(ToolWindow, WindowClass, Texts.Product, Popup, 0, 0, 0, 0, 0, 0, module, 0);
        if (Window == 0)
        {
            throw new Win32Exception();
        }
    }

    /// <summary>The window. It is never shown.</summary>
    public nint Window { get; }

    /// <summary>The program was started again.</summary>
    public Action? StartedAgain { get; set; }

    /// <summary>The program is to end: somebody asked for it, or the user logs off. After a log-off there is no more time than this
    /// takes.</summary>
    public Action? Ending { get; set; }

    /// <summary>Asks the program that runs already to show itself.</summary>
    public static void ShowOther() => User32.PostMessageW(User32.FindWindowW(WindowClass, null), ShowMessage, 0, 0);

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
            // It has ended meanwhile.
            return true;
        }
    }

    /// <summary>Does something on this thread, soon. For any thread.</summary>
    public void Post(Action action)
    {
        _actions.Enqueue(action);
        User32.PostMessageW(Window, RunActions, 0, 0);
    }

    /// <summary>Handles messages until <see cref="Quit"/>.</summary>
    public static void Run()
    {
        while (User32.GetMessageW(out var message, 0, 0, 0) > 0)
        {
            User32.TranslateMessage(message);
            User32.DispatchMessageW(message);
        }
    }

    /// <summary>Ends <see cref="Run"/>.</summary>
    public void Quit() => Post(() => User32.PostQuitMessage(0));

    /// <summary>Does something; what it throws goes the way of all failures.</summary>
    public void Guard(Action? action)
    {
        try
        {
            action?.Invoke();
        }
        catch (Exception e)
        {
            _failed(e);
        }
    }

    /// <summary>Destroys the window.</summary>
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

    private void RunPosted()
    {
        while (_actions.TryDequeue(out var action))
        {
            Guard(action);
        }
    }
}
