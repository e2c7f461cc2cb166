namespace Validation.Tray.Tests.Support;

/// <summary>Folders as Windows programs see them.</summary>
internal static class WindowsFolder
{
    extension(WatchedFolder folder)
    {
        /// <summary>The folder as Windows programs see it.</summary>
        public string WindowsPath => WinePrefix.PathOf(folder.Path);
    }
}
