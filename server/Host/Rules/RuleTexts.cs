using Validation.V1;
using static System.FormattableString;

namespace Validation.Server.Rules;

/// <summary>Texts about the rules in force.</summary>
internal static class RuleTexts
{
    public const string SystemPrincipal = "系统";
    public const string NoneBefore = "无";
    public const string StoreBehind = "规则库比本机保存的旧，可能被换过或已损坏：请恢复规则库的备份，或查看说明重新开始。";
    public const string StoreTooSlow = "规则库没有及时回答。";
    public const string LastGoodDamaged = "本机保存的规则集文件损坏，改用更早的一份。";

    public static string RuleFailsOften(RuleAlarm alarm)
    {
        return Invariant(
            $"规则 {alarm.RuleId} 反复出错：最近 {alarm.Checks} 次校验中 {alarm.Failed} 次，来自 {alarm.Principals} 个来源。{alarm.Message}");
    }

    public static string WorksWith(string version)
    {
        return $"仍在使用 {version}。";
    }

    public static string DoesNotCompileHere(string version)
    {
        return $"规则集 {version} 在本服务器上无法编译，可能是更新的程序发布的：请升级本程序。";
    }

    public static string NotKept(string detail)
    {
        return $"规则集无法保存到数据文件夹，规则库一旦无法使用，重启后会用到旧的规则集（{detail}）。";
    }

    public static string NationalSetUnreadable(string folder, string detail)
    {
        return $"程序自带的全国规则集无法读取：请检查文件夹 {folder}（{detail}）。";
    }

    public static string NationalSetBroken(string detail)
    {
        return $"程序自带的全国规则集有误，请重新安装程序（{detail}）。";
    }

    public static string NotRenewed(string version, string detail)
    {
        return $"程序自带的全国规则集 {version} 与本地规则合不到一起，没有启用：请修改本地规则后重新启动服务（{detail}）。";
    }

    public static string RenewalReason(string version)
    {
        return $"程序升级，带来全国规则集 {version}。";
    }

    public static string RenewalSummary(string before, string after)
    {
        return $"全国规则集由 {before} 换为 {after}";
    }
}
