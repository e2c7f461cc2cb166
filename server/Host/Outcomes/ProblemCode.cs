
namespace Validation.Server.Outcomes;

/// <summary>What went wrong with a request, under a name that stays: the extension "code" of the problem details.</summary>
/// <param name="Code">The name, such as "too_large".</param>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">The same in a few Chinese words.</param>
internal sealed record ProblemCode(string Code, int Status, string Title)
{
    public static readonly ProblemCode BadRequest = new("bad_request", StatusCodes.Status400BadRequest, "请求有误");
    public static readonly ProblemCode Unauthenticated = new("unauthenticated", StatusCodes.Status401Unauthorized, "需要密钥");
    public static readonly ProblemCode Forbidden = new("forbidden", StatusCodes.Status403Forbidden, "不允许访问");
    public static readonly ProblemCode NotFound = new("not_found", StatusCodes.Status404NotFound, "没有这个地址");
    public static readonly ProblemCode Method = new("method_not_allowed", StatusCodes.Status405MethodNotAllowed, "请求方法不对");
    public static readonly ProblemCode Slow = new("request_timeout", StatusCodes.Status408RequestTimeout, "请求传得太慢");
    public static readonly ProblemCode TooLarge = new("too_large", StatusCodes.Status413PayloadTooLarge, "文档太大");
    public static readonly ProblemCode MediaType =
        new("unsupported_media_type", StatusCodes.Status415UnsupportedMediaType, "请求内容的类型不对");

    public static readonly ProblemCode Misdirected =
        new("misdirected", StatusCodes.Status421MisdirectedRequest, "地址不是本服务的");

    public static readonly ProblemCode Conflict = new("conflict", StatusCodes.Status409Conflict, "与服务器现在的状态不符");
    public static readonly ProblemCode ReplyTooLarge = new("reply_too_large", StatusCodes.Status413PayloadTooLarge, "答复太大");
    public static readonly ProblemCode TookTooLong = new("took_too_long", StatusCodes.Status504GatewayTimeout, "用时过长");
    public static readonly ProblemCode Throttled = new("too_many_requests", StatusCodes.Status429TooManyRequests, "请求过多");
    public static readonly ProblemCode Fault = new("internal_error", StatusCodes.Status500InternalServerError, "服务器内部错误");
    public static readonly ProblemCode Busy = new("busy", StatusCodes.Status503ServiceUnavailable, "服务器正忙");
    public static readonly ProblemCode NotReady = new("not_ready", StatusCodes.Status503ServiceUnavailable, "暂不接受校验");
    public static readonly ProblemCode Stopping = new("stopping", StatusCodes.Status503ServiceUnavailable, "服务正在停止");

    /// <summary>Every problem that the server may answer with, over HTTP or, in capitals as the reason of ErrorInfo, over gRPC.</summary>
    public static IReadOnlyList<ProblemCode> All { get; } =
    [
        BadRequest, Unauthenticated, Forbidden, NotFound, Method, Slow, TooLarge, MediaType, Misdirected, Throttled, Fault, NotReady, Busy,
        Stopping, Conflict, ReplyTooLarge, TookTooLong,
    ];

    /// <summary>The name as the reason of a google.rpc.ErrorInfo, such as "TOO_LARGE".</summary>
    public string Reason => Code.ToUpperInvariant();

    /// <summary>The problem for a kind of refusal.</summary>
    public static ProblemCode Of(RefusalKind kind)
    {
        return kind switch
        {
            RefusalKind.Invalid => BadRequest,
            RefusalKind.Conflict => Conflict,
            RefusalKind.Unauthenticated => Unauthenticated,
            RefusalKind.Forbidden => Forbidden,
            RefusalKind.NotFound => NotFound,
            RefusalKind.Misdirected => Misdirected,
            RefusalKind.TooLarge => TooLarge,
            RefusalKind.Throttled => Throttled,
            RefusalKind.Full => Busy,
            RefusalKind.Stalled => Slow,
            RefusalKind.TookTooLong => TookTooLong,
            RefusalKind.Unavailable => NotReady,
            RefusalKind.Stopping => Stopping,
            RefusalKind.ReplyTooLarge => ReplyTooLarge,
            _ => Fault,
        };
    }

    /// <summary>The problem for an HTTP status without further explanation.</summary>
    public static ProblemCode Of(int status)
    {
        return All.FirstOrDefault(code => code.Status == status)
            ?? (status < StatusCodes.Status500InternalServerError ? BadRequest : Fault);
    }
}
