using Grpc.Core;
using Validation.Client.Connection;
using Validation.Client.Drafts;
using Validation.Client.Settings;
using Validation.Client.Tests.Support;

namespace Validation.Client.Tests.Core.Connection;

public sealed class ServerKeyTests : IAsyncLifetime
{
    private const string Secret = "vk_k7m2q4xa_c2VjcmV0";

    private FakeServer _server = null!;

    private static ConnectionOptions WithKey => new() { Key = Key(Secret) };

    public async Task InitializeAsync() => _server = await FakeServer.StartAsync();

    [Fact]
    public async Task Key_OfTheOptions_IsShownWithEveryCheck()
    {
        using var connection = new ValidationConnection(_server.Address, WithKey);

        await connection.CheckAsync(Draft.FromBytes("1.txt", new byte[1]), CancellationToken.None).InTime();
        await connection.CheckAllAsync([Small("2.txt"), Small("3.txt")], CancellationToken.None).ToListAsync().InTime();

        _server.Validator.Keys.Distinct().ShouldBe([$"Bearer {Secret}"]);
    }

    [Fact]
    public async Task Key_OfTheOptions_IsShownToTheRules()
    {
        using var connection = new RuleConnection(_server.Address, options: WithKey);

        await connection.GetStatusAsync(CancellationToken.None).InTime();

        _server.Rules.Keys.ShouldBe([$"Bearer {Secret}"]);
    }

    [Fact]
    public async Task Batch_WithAKeyForOneDraftInACall_IsCheckedOneByOne()
    {
        _server.Validator.Stream = (_, _, _) => throw new RpcException(new Status(StatusCode.PermissionDenied, "一次一份"));
        using var connection = new ValidationConnection(_server.Address, WithKey);
        List<Draft> drafts = [.. Enumerable.Range(0, 9).Select(number => Small($"{number}.txt"))];

        var outcomes = await connection.CheckInOrderAsync(drafts, CancellationToken.None).ToListAsync().InTime();

        outcomes.ShouldAllBe(outcome => outcome.Failure == null);
        outcomes.Select(outcome => outcome.Reply!.FileName).ShouldBe(drafts.Select(draft => draft.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("密钥")]
    [InlineData("two words")]
    [InlineData("a\r\nx-admin: true")]
    public void Key_ThatIsNone_IsRefusedWithoutRepeatingIt(string text)
    {
        ServerKey.TryRead(text, out _, out var problem).ShouldBeFalse();

        problem.ShouldBe(ConnectionTexts.KeyUnreadable);
    }

    [Fact]
    public void Key_AsText_IsNotTheKey()
    {
        $"{WithKey} {new ClientSettings { Key = Key(Secret) }} {Key(Secret)}".ShouldNotContain(Secret);
    }

    [Fact]
    public void KeyFile_ThatIsMissingOrTooLarge_IsAProblem()
    {
        using var folder = new TestFolder();
        folder.Write("large.key", new string('a', 5000));
        folder.Write("good.key", Secret + "\n");

        ServerKey.TryReadFile(folder.File("none.key"), out _, out var missing).ShouldBeFalse();
        ServerKey.TryReadFile(folder.File("large.key"), out _, out var large).ShouldBeFalse();
        ServerKey.TryReadFile(folder.File("good.key"), out var key, out _).ShouldBeTrue();

        missing.ShouldBe(ConnectionTexts.KeyFileUnreadable(folder.File("none.key")));
        large.ShouldBe(ConnectionTexts.KeyFileUnreadable(folder.File("large.key")));
        key.ShouldBe(Key(Secret));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    private static Draft Small(string name) => Draft.FromBytes(name, new byte[1]);

    private static ServerKey Key(string text)
    {
        ServerKey.TryRead(text, out var key, out _).ShouldBeTrue();
        return key;
    }
}
