using Grpc.Core;
using Grpc.Net.Client;
using Validation.Server.Access;
using Validation.Server.Outcomes;
using Validation.Server.Startup;
using Validation.Server.Tests.Support;
using Validation.Server.Tests.Tls;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Access;

public sealed class CertificateRoleTests
{
    [Theory]
    [InlineData(new string[0], StatusCode.OK, StatusCode.PermissionDenied)]
    [InlineData(new[] { "ClientCertificates:Roles:0=none" }, StatusCode.PermissionDenied, StatusCode.PermissionDenied)]
    [InlineData(new[] { "ClientCertificates:Roles:0=auditor" }, StatusCode.PermissionDenied, StatusCode.OK)]
    [InlineData(
        new[]
        {
            "ClientCertificates:Subjects:0:Subject=cn=client", "ClientCertificates:Subjects:0:Name=审计处",
            "ClientCertificates:Subjects:0:Roles:0=auditor",
        },
        StatusCode.PermissionDenied,
        StatusCode.OK)]
    [InlineData(
        new[]
        {
            "ClientCertificates:Subjects:0:Subject=CN=client2", "ClientCertificates:Subjects:0:Name=别人",
            "ClientCertificates:Subjects:0:Roles:0=auditor",
        },
        StatusCode.OK,
        StatusCode.PermissionDenied)]
    public async Task Client_WithACertificate_MayDoWhatItsSubjectMay(string[] options, StatusCode checking, StatusCode auditing)
    {
        using var authority = new TestAuthority();
        await using var server = await StartAsync(authority, options);
        using var own = authority.IssueClient();
        using var handler = TlsClient.Handler(authority, own);
        using var channel = GrpcChannel.ForAddress(server.GrpcAddress, new GrpcChannelOptions { HttpHandler = handler });

        var check = new Validator.ValidatorClient(channel).ValidateAsync(Drafts.Request("a", "a"));
        var audit = new KeyAdmin.KeyAdminClient(channel).AuditAsync(new AuditRequest());

        (await EndAsync(check)).ShouldBe(checking);
        (await EndAsync(audit)).ShouldBe(auditing);
    }

    [Fact]
    public async Task Key_BesideACertificate_Decides()
    {
        using var authority = new TestAuthority();
        await using var server = await StartAsync(authority, []);
        using var own = authority.IssueClient();
        using var handler = TlsClient.Handler(authority, own);
        using var channel = GrpcChannel.ForAddress(server.GrpcAddress, new GrpcChannelOptions { HttpHandler = handler });

        var check = new Validator.ValidatorClient(channel).ValidateAsync(Drafts.Request("a", "a"), Shown.Key("wrong"));

        (await EndAsync(check)).ShouldBe(StatusCode.Unauthenticated);
    }

    [Theory]
    [InlineData("ClientCertificates:Roles:0=root", nameof(AccessTexts.RoleInvalid))]
    [InlineData("ClientCertificates:Subjects:0:Subject=nonsense", nameof(AccessTexts.SubjectInvalid))]
    [InlineData("ClientCertificates:Subjects:0:Name=甲", nameof(AccessTexts.SubjectInvalid))]
    [InlineData("ClientCertificates:Subjects:0:Subjekt=CN=a", nameof(StartupTexts.UnknownOption))]
    public void Options_ThatMakeNoSense_RefuseTheStart(string option, string text)
    {
        string[] options = [option, "GrpcUrl=http://127.0.0.1:0", "WebUrl=http://127.0.0.1:0"];

        var refusal = Should.Throw<StartRefusedException>(
            () => ServerHost.Create([.. options.Select(setting => $"--Validation:{setting}")]));

        refusal.Message.ShouldBe(text switch
        {
            nameof(AccessTexts.RoleInvalid) => AccessTexts.RoleInvalid("ClientCertificates:Roles", "root"),
            nameof(AccessTexts.SubjectInvalid) => AccessTexts.SubjectInvalid("ClientCertificates:Subjects:0"),
            _ => StartupTexts.UnknownOption("Validation:ClientCertificates:Subjects:0:Subjekt"),
        });
    }

    private static Task<RunningServer> StartAsync(TestAuthority authority, string[] options)
    {
        authority.IssueServer();
        string[] known = ["ClientCertificates:Mode=Allow", $"ClientCertificates:CaPath={authority.CaPath}", "AnonymousValidate=false"];
        return OnePortTests.StartAsync(authority, [.. known, .. options]);
    }

    private static async Task<StatusCode> EndAsync<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            await call.ResponseAsync.InTime();
            return StatusCode.OK;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode;
        }
    }
}
