using System.Runtime.InteropServices;

namespace Validation.Tray.Windows;

/// <summary>
/// Notifications with buttons, through the Windows Runtime. They exist only where the Start menu has an entry that carries the program's
/// id, so only where the program is installed; whatever fails, the caller shows a plain notification instead. For the thread that shows
/// things.
/// </summary>
internal sealed unsafe partial class Toasts : IDisposable
{
    /// <summary>What Windows knows the program by (its AppUserModelID), as the entry of the Start menu says it.</summary>
    public const string ProgramId = "ValidationTray";

    // The methods of an interface of the Windows Runtime begin behind the six that all have.
    private const int LoadXml = 6;
    private const int CreateNotification = 6;
    private const int CreateNotifierWithId = 7;
    private const int ShowNotification = 6;
    private const int GetSetting = 8;
    private const int Enabled = 0;
    private const int NotFound = unchecked((int)0x80070490);

    private static readonly Guid ManagerStatics = new("50AC103F-D235-4598-BBEF-98FE4D1A3AD4");
    private static readonly Guid NotificationFactory = new("04124B20-82C6-4229-B109-FD9ED4662B53");
    private static readonly Guid XmlDocument = new("F7F3A506-1E87-42D6-BCFB-B8C809FA5494");
    private static readonly Guid XmlDocumentIO = new("6CD0E74E-EE65-4489-9EBF-CA43E87BA637");

    private readonly ComObject _notifier;
    private readonly ComObject _factory;

    private Toasts(ComObject notifier, ComObject factory) => (_notifier, _factory) = (notifier, factory);

    /// <summary>Finds out whether Windows shows them for this program.</summary>
    /// <param name="result">What the system answered, for the log; not negative: it shows them.</param>
    /// <returns>Null: it does not.</returns>
    public static Toasts? TryCreate(out int result)
    {
        try
        {
            using var manager = Factory("Windows.UI.Notifications.ToastNotificationManager", ManagerStatics, out result);
            var factory = result < 0 ? null : Factory("Windows.UI.Notifications.ToastNotification", NotificationFactory, out result);
            var notifier = manager is null || factory is null ? null : NotifierOf(manager, out result);
            if (notifier is not null && factory is not null)
            {
                return new Toasts(notifier, factory);
            }

            factory?.Dispose();
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // Windows before 8.
            result = e.HResult;
        }

        return null;
    }

    /// <summary>Shows a notification with buttons.</summary>
    /// <param name="xml">The notification.</param>
    /// <returns>False: Windows does not show it.</returns>
    public bool TryShow(string xml)
    {
        using var document = Make("Windows.Data.Xml.Dom.XmlDocument");
        using var content = document?.As(XmlDocument);
        using var loader = document?.As(XmlDocumentIO);
        if (content is null || loader is null || IsOff(_notifier, out _))
        {
            return false;
        }

        return WithString(xml, text => loader.Call(LoadXml, text)) >= 0
            && ComObject.Take(content.Pass(_factory, CreateNotification)) is { } notification
            && Show(notification);
    }

    /// <summary>Gives the system's objects back.</summary>
    public void Dispose()
    {
        _notifier.Dispose();
        _factory.Dispose();
    }

    private static ComObject? NotifierOf(ComObject manager, out int result)
    {
        nint pointer = 0;
        result = WithString(ProgramId, id => (pointer = manager.Get(CreateNotifierWithId, id)) == 0 ? NotFound : 0);
        var notifier = ComObject.Take(pointer);
        if (notifier is not null && IsOff(notifier, out result))
        {
            notifier.Dispose();
            return null;
        }

        return notifier;
    }

    // Where the id is not known, or the user has switched notifications off, they would vanish without a word.
    private static bool IsOff(ComObject notifier, out int result)
    {
        var setting = -1;
        result = notifier.Call(GetSetting, (nint)(&setting));
        result = result >= 0 && setting != Enabled ? NotFound : result;
        return result < 0;
    }

    private bool Show(ComObject notification)
    {
        using (notification)
        {
            return notification.PassTo(_notifier, ShowNotification) >= 0;
        }
    }

    private static ComObject? Factory(string name, Guid interfaceId, out int result)
    {
        nint pointer = 0;
        result = WithString(name, text => RoGetActivationFactory(text, interfaceId, out pointer));
        return result < 0 ? null : ComObject.Take(pointer);
    }

    private static ComObject? Make(string name)
    {
        nint pointer = 0;
        return WithString(name, text => RoActivateInstance(text, out pointer)) < 0 ? null : ComObject.Take(pointer);
    }

    private static int WithString(string text, Func<nint, int> use)
    {
        var result = WindowsCreateString(text, text.Length, out var handle);
        if (result < 0)
        {
            return result;
        }

        try
        {
            return use(handle);
        }
        finally
        {
            _ = WindowsDeleteString(handle);
        }
    }

    [LibraryImport("combase")]
    private static partial int RoGetActivationFactory(nint name, in Guid interfaceId, out nint factory);

    [LibraryImport("combase")]
    private static partial int RoActivateInstance(nint name, out nint instance);

    [LibraryImport("combase", StringMarshalling = StringMarshalling.Utf16)]
    private static partial int WindowsCreateString(string text, int length, out nint handle);

    [LibraryImport("combase")]
    private static partial int WindowsDeleteString(nint handle);
}
