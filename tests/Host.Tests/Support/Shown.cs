using Grpc.Core;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Support;

/// <summary>What holders of keys do.</summary>
internal static class Shown
{
    /// <summary>The metadata that shows a key. Null: shows none.</summary>
    public static Metadata Key(string? key)
    {
        return key is null ? [] : new Metadata { { "authorization", $"Bearer {key}" } };
    }

    /// <summary>Has a key made.</summary>
    /// <param name="server">The server.</param>
    /// <param name="by">The key of whoever asks. Null: somebody on this machine.</param>
    /// <param name="roles">The roles.</param>
    public static Task<CreateKeyReply> KeyAsync(this RunningServer server, string? by, params Role[] roles)
    {
        return server.Keys.CreateAsync(Request(roles), Key(by)).ResponseAsync.InTime();
    }

    public static CreateKeyRequest Request(params Role[] roles)
    {
        return new CreateKeyRequest { Name = "教育局", Roles = { roles } };
    }

    public static Task<RevokeKeyReply> RevokeAsync(this RunningServer server, string id, string? by)
    {
        return server.Keys.RevokeAsync(new RevokeKeyRequest { Id = id, Reason = "换人" }, Key(by)).ResponseAsync.InTime();
    }

    /// <summary>What a check with a key ends with.</summary>
    public static async Task<StatusCode> CheckWithAsync(this RunningServer server, string? key)
    {
        try
        {
            await server.Client.ValidateAsync(Drafts.Request("a", "a"), Key(key)).ResponseAsync.InTime();
            return StatusCode.OK;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode;
        }
    }

    public static async Task<IReadOnlyList<AuditEntry>> AuditAsync(this RunningServer server, string? by)
    {
        return (await server.Keys.AuditAsync(new AuditRequest(), Key(by)).ResponseAsync.InTime()).Entries;
    }
}
