namespace Validation.Panel;

/// <summary>What only the program for Linux desktops says; the rest is that of all tray programs.</summary>
internal static class PanelTexts
{
    public const string PackageInstalls = "安装和卸载用软件包：sudo apt install ./validation-panel_….deb，sudo apt remove validation-panel。";

    public const string NoFolderDialog = "系统里没有选择文件夹的窗口（zenity 或 kdialog）。请在打开的设置文件里写一行：folder = 文件夹的完整路径。";

    public const string NoFileDialog = "系统里没有选择文件的窗口（zenity 或 kdialog）。请把文件保存到监视的文件夹里，会自动检查。";

    public const string NoListDialog = "系统里没有选择的窗口（zenity 或 kdialog），装上以后再试。";

    public const string Help =
        """
        年报校验：监视文件夹，保存草稿时自动检查，图标在面板（任务栏）上。

        validation-panel [选项]

          --server 地址      校验服务器的地址，例如 https://10.0.0.8:5081
          --folder 文件夹    要监视的文件夹，可以写多次
          --settings 文件    设置文件，不写时用 ~/.config/validate/settings.conf
          --version          版本
          --help             本说明
        """;
}
