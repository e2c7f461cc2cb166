using Google.Rpc;
using Grpc.Core;

namespace Validation.Server.Tests.Support;

/// <summary>The details of an error, as programs read them.</summary>
internal static class ErrorDetails
{
    /// <summary>What went wrong, under a name that stays.</summary>
    public static ErrorInfo Info(this RpcException refusal)
    {
        return refusal.Rich().GetDetail<ErrorInfo>().ShouldNotBeNull();
    }

    /// <summary>When to come again. Null: nothing is said of that.</summary>
    public static RetryInfo? Retry(this RpcException refusal)
    {
        return refusal.Rich().GetDetail<RetryInfo>();
    }

    /// <summary>The field that is wrong.</summary>
    public static BadRequest.Types.FieldViolation Violation(this RpcException refusal)
    {
        return refusal.Rich().GetDetail<BadRequest>().ShouldNotBeNull().FieldViolations.ShouldHaveSingleItem();
    }

    private static Google.Rpc.Status Rich(this RpcException refusal)
    {
        var status = refusal.GetRpcStatus().ShouldNotBeNull();
        status.Code.ShouldBe((int)refusal.StatusCode);
        status.Message.ShouldBe(refusal.Status.Detail);
        return status;
    }
}
