namespace Validation.Server.Admission;

/// <summary>What those are told for whom there is no room.</summary>
internal static class AdmissionTexts
{
    public const string Busy = "服务器正忙，等候的文档已满，请稍后再试。";
    public const string TooManyDrafts = "短时间内送来的文档太多，请稍后再送；成批的文档请用 ValidateStream。";
    public const string TooManyBatches = "您同时进行的批量校验太多，请先结束其中一些。";
    public const string TooMuchHeld = "您正在传送和等候的文档合计太大，请等前面的校验完再送。";
}
