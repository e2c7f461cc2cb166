namespace Validation.Tray.Windows;

/// <summary>The font that the user has for messages and dialogs.</summary>
/// <param name="Face">Its name.</param>
/// <param name="Points">Its size in points, at the scale of 100 %.</param>
internal sealed record MessageFont(string Face, int Points)
{
    private const uint GetMetrics = 0x29;
    private const uint UsualDpi = 96;
    private const int PointsPerInch = 72;

    /// <summary>The font of the system, or what every Windows has.</summary>
    public static unsafe MessageFont OfSystem()
    {
        var metrics = new Dialogs.Metrics { Size = (uint)sizeof(Dialogs.Metrics) };
        if (!Dialogs.SystemParametersInfoForDpi(GetMetrics, metrics.Size, &metrics, 0, UsualDpi))
        {
            return new MessageFont("MS Shell Dlg", 9);
        }

        var face = new string(metrics.MessageFont.Face);
        var points = Math.Abs(metrics.MessageFont.Height) * PointsPerInch / (int)UsualDpi;
        return new MessageFont(face, Math.Clamp(points, 6, 72));
    }
}
