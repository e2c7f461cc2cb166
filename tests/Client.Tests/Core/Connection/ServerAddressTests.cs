using Validation.Client.Connection;

namespace Validation.Client.Tests.Core;

public sealed class ServerAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5081", "http://127.0.0.1:5081")]
    [InlineData("https://nianbao.example.gov.cn", "https://nianbao.example.gov.cn")]
    [InlineData("http://10.1.2.3/", "http://10.1.2.3")]
    [InlineData("10.1.2.3:6000", "http://10.1.2.3:6000")]
    [InlineData("10.1.2.3:80", "http://10.1.2.3")]
    [InlineData("localhost:6000", "http://localhost:6000")]
    [InlineData("nianbao", "http://nianbao:5081")]
    [InlineData(" [::1]:6000 ", "http://[::1]:6000")]
    [InlineData("a, b:6000 ,a:5081", "http://a:5081,http://b:6000")]
    [InlineData("https://a,https://b", "https://a,https://b")]
    public void Text_OfAnAddress_IsTaken(string text, string address)
    {
        ServerAddress.TryParse(text, out var parsed).ShouldBeTrue();
        parsed.ToString().ShouldBe(address);
    }

    [Theory]
    [InlineData("")]
    [InlineData("http://")]
    [InlineData("ftp://10.1.2.3")]
    [InlineData("http://10.1.2.3:99999")]
    [InlineData("http://10.1.2.3/path")]
    [InlineData("http://user@10.1.2.3")]
    [InlineData("http://10.1.2.3?x=1")]
    [InlineData("unix:///tmp/socket")]
    [InlineData("两 个 词")]
    [InlineData("a,")]
    [InlineData("a,,b")]
    [InlineData("http://a,https://b")]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17")]
    public void Text_OfNoAddress_IsRefused(string text) => ServerAddress.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Text_OfNoAddress_IsExplained()
    {
        ServerAddress.TryParse("ftp://x", out _, out var problem).ShouldBeFalse();
        problem.ShouldBe("服务地址“ftp://x”不正确，应写成 http://主机:端口，例如 http://127.0.0.1:5081。");
    }

    [Fact]
    public void Addresses_Several_AreLocalAndEqualAsAWhole()
    {
        ServerAddress.TryParse("127.0.0.1,localhost:6000", out var local).ShouldBeTrue();
        ServerAddress.TryParse("127.0.0.1,10.1.2.3", out var mixed).ShouldBeTrue();
        ServerAddress.TryParse("127.0.0.1 , 10.1.2.3", out var same).ShouldBeTrue();

        local.IsLocal.ShouldBeTrue();
        mixed.IsLocal.ShouldBeFalse();
        mixed.ShouldBe(same);
        mixed.ShouldNotBe(local);
        mixed.ShouldNotBe(ServerAddress.Default);
    }
}
