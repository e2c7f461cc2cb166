namespace Validation.Tray;

/// <summary>What shows the program on one kind of desktop, and does for it what only that desktop can.</summary>
/// <param name="Ui">The thread that shows everything.</param>
/// <param name="View">The icon, its menu and its notifications.</param>
/// <param name="Desktop">Dialogs, other programs, and the start at log-on.</param>
internal sealed record TrayShell(IUiThread Ui, ITrayView View, IDesktop Desktop);
