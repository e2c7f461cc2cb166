using Validation.Server.Pages.Frame;
using static System.FormattableString;

namespace Validation.Server.Pages.Checking;

/// <summary>The words of the page that checks drafts.</summary>
internal static class CheckingTexts
{
    public const string CheckLead =
        "选择政府信息公开工作年度报告的草稿，马上知道哪一格、哪一句有问题，为什么，怎么改，依据是什么。可以一次选几份。";

    public const string Accepted = ".docx,.doc,.wps,.rtf,.odt,.pdf,.ofd,.html,.htm,.txt,.md";
    public const string ChooseFiles = "选择文件（docx、doc、wps、rtf、odt、pdf、ofd、网页、文本）";
    public const string ChooseFolder = "或者选择文件夹，检查其中的全部文件";
    public const string DropHere = "也可以把文件拖到这里。";
    public const string More = "和上年报告比较";
    public const string ChoosePrior = "上年报告";
    public const string PriorNote = "选了上年报告，就会核对“上年结转”等数。一次只能比较一份今年的年报。";
    public const string CheckNow = "检查";
    public const string Annotate = "下载带批注的 docx";
    public const string Print = "打印";
    public const string NothingKept = "文件只用来检查，检查完就丢弃。";
    public const string Checking = "正在检查……";
    public const string NoAnswer = "没有收到服务器的回答。请检查网络后再试。";
    public const string Downloads = "下载结果";
    public const string NothingChosen = "还没有选择文件。请先选择要检查的年报。";
    public const string OneToAnnotate = "一次只给一份 docx 写批注。请只选择一个文件。";

    public const string TrialTitle = "试改的结果";
    public const string TrialNote = "只是试一试，文件没有改动。要采用，请在原来的文件里改，保存后再检查一次。";
    public const string TrialBack = "回到原来的结果";
    public const string TrialBroken = "试改的内容不完整。请重新选择文件检查，再试一次。";
    public const string TrialUnchanged = "问题和原来一样。";

    /// <summary>A change of a cell that is tried.</summary>
    public static string Change(string cell, string from, string to)
    {
        return $"{cell}：由{OrBlank(from)}改为{OrBlank(to)}";
    }

    /// <summary>The heading above the findings that are gone.</summary>
    public static string Gone(int count)
    {
        return Invariant($"不再有的问题 {count} 处");
    }

    /// <summary>The heading above the findings that are new.</summary>
    public static string Added(int count)
    {
        return Invariant($"新出现的问题 {count} 处");
    }

    /// <summary>How many findings are still there.</summary>
    public static string Remaining(int count)
    {
        return count == 0 ? "没有别的问题了。" : Invariant($"还有的问题 {count} 处，列在下面。");
    }

    /// <summary>A finding in one line.</summary>
    public static string Finding(string title, string message)
    {
        return title.Length == 0 ? message : $"{title}：{message}";
    }

    /// <summary>The file name of the findings in SARIF.</summary>
    public static string SarifName(string draft)
    {
        return $"{(draft.Length == 0 ? PagesTexts.Product : draft)}.检查结果.sarif";
    }

    private static string OrBlank(string text)
    {
        return text.Length == 0 ? "空白" : $" {text} ";
    }

    /// <summary>The file name of a reply.</summary>
    public static string JsonName(string draft)
    {
        return $"{(draft.Length == 0 ? PagesTexts.Product : draft)}.检查结果.json";
    }
}
