using Validation.Server.Pages.Frame;

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

    /// <summary>The file name of a reply.</summary>
    public static string JsonName(string draft)
    {
        return $"{(draft.Length == 0 ? PagesTexts.Product : draft)}.检查结果.json";
    }
}
