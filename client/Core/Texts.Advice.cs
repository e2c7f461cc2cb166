using Validation.V1;

namespace Validation.Client;

/// <summary>What a clerk may do when there is no verdict.</summary>
internal static partial class Texts
{
    public const string AdviceTitle = "接下来怎么办";
    public const string NotDecidedIsNoYes = "“未能判定”不代表稿件没有问题。";

    private const string AskAdministrator = "仍不行的，把本页发给管理员。";
    private const string NothingToMend = "稿件不用改：这不是稿件的问题。";

    /// <summary>Step by step what to do about a reply without a verdict.</summary>
    public static IReadOnlyList<string> Advice(Reason reason) => reason switch
    {
        Reason.EmptyDocument => ["打开文件，看内容还在不在；找回内容后保存，再校验一次。"],
        Reason.DocumentTooLarge => ["删去附件，压缩或删去图片，另存一份再校验。", "年报本身通常不到 1 MB；特别大的，核对是不是选错了文件。"],
        Reason.UnsupportedFormat => ["用 Word 或 WPS 打开原稿，“另存为”docx，再校验另存的文件。", "图片、压缩包、表格文件里的年报，要先变成 Word 或 WPS 文字。"],
        Reason.UndecodableText => ["用记事本打开，看文字是否正常；正常的，“另存为”时编码选 UTF-8，再校验。", "文字是乱的，请用起草时的 Word、WPS 文件校验。"],
        Reason.NotAReport =>
        [
            "核对是不是选错了文件。", "确是年度报告的，核对六个部分的标题和三张表格是不是照规定格式写的；表格不能是图片。",
        ],
        Reason.PartlyUnreadable =>
        [
            "照上面写的原因逐处核对表格：每一行的格数应和表头一致，没有数量的填“0”，重复的表格只留一张。", "改好保存，再校验一次。",
        ],
        Reason.EncryptedDocument => ["用 Word 或 WPS 打开，去掉打开密码后保存，再校验。", "要保留密码的，另存一份不加密码的，校验后删去。"],
        Reason.DamagedDocument => ["用 Word 或 WPS 打开，“另存为”docx，再校验另存的文件。", "打不开的，从备份或邮件里找回原来的文件。"],
        Reason.NoText => ["用起草时的 Word、WPS 文件校验，或者用它直接导出的 PDF。", "扫描、拍照得到的 PDF 只有图片，其中的文字程序读不到。"],
        Reason.ReaderUnavailable => ["先用同一份年报的 Word、WPS 文件校验。", "把本页发给管理员。"],
        Reason.OldFormReport => ["2021 年度起的年报，改用现行的规定格式。", "2020 年度及以前的年报，不用校验。"],
        Reason.TimedOut => [NothingToMend, "过几分钟再校验一次。", AskAdministrator],
        _ => [NothingToMend, "把本页发给管理员。"],
    };

    /// <summary>Step by step what to do when there is no reply.</summary>
    public static IReadOnlyList<string> Advice(FailureKind kind) => kind switch
    {
        FailureKind.FileUnreadable => ["核对文件还在不在、能不能打开；正在别的程序里打开的，保存后关掉。", "再校验一次。"],
        FailureKind.FileTooLarge => ["核对是不是选错了文件：年报本身通常不到 1 MB。", "删去附件，压缩或删去图片，另存一份再校验。"],
        FailureKind.ServerUnreachable => ["核对网络是否连通、服务地址是否正确。", "过几分钟再校验一次。", AskAdministrator],
        FailureKind.ServerUntrusted => ["核对服务地址是否正确。", "把本页发给管理员，由管理员核对服务器的证书。"],
        FailureKind.ServerBusy or FailureKind.TimedOut => ["过几分钟再校验一次。", AskAdministrator],
        _ => [NothingToMend, "把本页发给管理员。"],
    };
}
