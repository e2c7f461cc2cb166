using Validation.Cli.Demo;
using Validation.Client.Connection;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Cli.Demo;

public sealed class PageAddressTests
{
    [Fact]
    public void Addresses_InWhatAServerPrinted_AreFound()
    {
        string[] lines = ["info: x", "      年报校验服务已启动：http://127.0.0.1:5081 http://127.0.0.1:40123；规则集 2026.1；引擎 0.3.0"];

        PageAddress.In(lines).Select(uri => uri.Port).ShouldBe([5081, 40123]);
    }

    [Fact]
    public async Task Server_OfAnotherMachine_IsNotAskedForPages()
    {
        ServerAddress.TryParse("http://192.0.2.1:5081", out var address).ShouldBeTrue();

        (await PageAddress.FindAsync(address!, [new Uri("http://192.0.2.1:5080")], default).InTime()).ShouldBeNull();
    }

    [Fact]
    public async Task Place_AtWhichNobodyAnswers_HasNoPages()
    {
        var nobody = FakeServer.NobodysAddress();

        (await PageAddress.FindAsync(nobody, [nobody.Uri], default).InTime()).ShouldBeNull();
    }
}
