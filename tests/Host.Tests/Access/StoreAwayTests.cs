using Dapper;
using Grpc.Core;
using Microsoft.Data.Sqlite;
using Validation.Server.Access;
using Validation.Server.Access.Keys;
using Validation.Server.Store;
using Validation.Server.Tests.Support;
using Validation.Tests.Support;
using Validation.V1;

namespace Validation.Server.Tests.Access;

/// <summary>While the store is out of reach, the keys that are known go on for checks, and nothing is changed.</summary>
[Trait("Size", "Long")]
public sealed class StoreAwayTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string[] Options => ["AnonymousValidate=false", $"DataFolder={_folder.Path}"];

    private string Database => _folder.PathOf(SqliteDialect.FileName);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Keys_WithTheStoreAway_GoOnForChecksAlone(bool restarted)
    {
        var server = await RunningServer.StartSmallAsync(Options);
        try
        {
            var publisher = await server.KeyAsync(null, Role.Publisher);
            var clerk = await server.KeyAsync(publisher.Secret, Role.Clerk);
            var revoked = await server.KeyAsync(publisher.Secret, Role.Clerk);
            await server.RevokeAsync(revoked.Key.Id, publisher.Secret);
            var version = (await server.StatusAsync()).Version;
            if (restarted)
            {
                await server.DisposeAsync();
                TakeAway();
                server = await RunningServer.StartSmallAsync(Options);
            }
            else
            {
                TakeAway();
            }

            (await server.CheckWithAsync(clerk.Secret)).ShouldBe(StatusCode.OK);
            (await server.CheckWithAsync(revoked.Secret)).ShouldBe(StatusCode.Unauthenticated);
            (await server.CheckWithAsync(null)).ShouldBe(StatusCode.Unauthenticated);
            var shown = Shown.Key(publisher.Secret);
            (await Administration.RefusedAsync(server.Admin.PublishAsync(Administration.Request(new RuleOverlay(), version), shown)))
                .StatusCode.ShouldBe(StatusCode.Unavailable);
            (await Administration.RefusedAsync(server.Keys.CreateAsync(Shown.Request(Role.Clerk), shown)))
                .StatusCode.ShouldBe(StatusCode.Unavailable);
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>The store is replaced by an older copy, in which a key is good that was taken back since.</summary>
    [Fact]
    public async Task Key_TakenBack_StaysSoWhenTheStoreIsAnOlderOne()
    {
        string publisher, clerk, id;
        await using (var server = await RunningServer.StartSmallAsync(Options))
        {
            publisher = (await server.KeyAsync(null, Role.Publisher, Role.Auditor)).Secret;
            var key = await server.KeyAsync(publisher, Role.Clerk);
            (clerk, id) = (key.Secret, key.Key.Id);
        }

        // Together with what is in its log.
        var copy = _folder.PathOf("copy.db");
        await using (var connection = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            await connection.OpenAsync();
            await connection.ExecuteAsync("VACUUM INTO @copy", new { copy });
        }

        await using (var server = await RunningServer.StartSmallAsync(Options))
        {
            await server.RevokeAsync(id, publisher);
        }

        File.Move(copy, Database, overwrite: true);
        File.Delete(Database + "-wal");
        File.Delete(Database + "-shm");

        await using var restored = await RunningServer.StartSmallAsync(Options);

        (await restored.CheckWithAsync(clerk)).ShouldBe(StatusCode.Unauthenticated);
        var keys = await restored.Keys.ListAsync(new ListKeysRequest(), Shown.Key(publisher)).ResponseAsync.InTime();
        keys.Keys.Single(key => key.Id == id).RevokedReason.ShouldBe("换人");
        var audit = await restored.Keys.AuditAsync(new AuditRequest(), Shown.Key(publisher)).ResponseAsync.InTime();
        audit.Entries.Count(entry => entry.Action == "key_revoke" && entry.Principal == AccessTexts.ThisServer).ShouldBe(1);
    }

    [Fact]
    public async Task Publishers_ThatNobodyKnowsOf_LeaveThisMachineWithoutTheRight()
    {
        TakeAway();
        await using var server = await RunningServer.StartSmallAsync($"DataFolder={_folder.Path}");

        var call = server.Keys.CreateAsync(Shown.Request(Role.Publisher));

        (await Administration.RefusedAsync(call)).Detail.ShouldBe(AccessTexts.KeysUnknown);
        (await server.CheckWithAsync(null)).ShouldBe(StatusCode.OK);
        var shown = server.Client.ValidateAsync(Drafts.Request("a", "a"), Shown.Key(KeyText.New().Reveal()));
        (await shown.ResponseAsync.InTime()).ShouldNotBeNull();
    }

    [Fact]
    public void KnownKeys_Kept_CanBeReadByTheServerAlone()
    {
        var disk = new Disk(new DataFolder(_folder.PathOf("data")));
        var file = new KnownKeys(disk);
        var key = new StoredKey("k7m2q4xa", "教育局", "clerk", "本机", 1, null, [1], [2], new KeyRevocation("本机", "换人", 2));

        file.Write([key]);

        var read = file.Read().ShouldNotBeNull().ShouldHaveSingleItem();
        (read with { Salt = key.Salt, Hash = key.Hash }).ShouldBe(key);
        read.Salt.ShouldBe(key.Salt);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(_folder.PathOf($"data/{KnownKeys.FileName}")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[{")]
    [InlineData("null")]
    public void KnownKeys_Damaged_AreNone(string text)
    {
        File.WriteAllText(_folder.PathOf(KnownKeys.FileName), text);

        new KnownKeys(new Disk(new DataFolder(_folder.Path))).Read().ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("vk_")]
    [InlineData("vk_k7m2q4xa")]
    [InlineData("vk_k7m2q4xa_")]
    [InlineData("vk_k7m2q4xa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("vk_k7m2q4xa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("vk_k7m2q4xa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAB")]
    [InlineData("vk_k7m2q4xa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("vk_k7m2q4xa_=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("vk_K7M2Q4XA_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("vk_k7m2q4xa_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA =")]
    public void Key_WithAnotherSpelling_IsNone(string text)
    {
        KeyText.TryRead(text, out _).ShouldBeFalse();
    }

    [Fact]
    public void Key_Revealed_IsReadBack()
    {
        var key = KeyText.New();

        KeyText.TryRead(key.Reveal(), out var read).ShouldBeTrue();

        (read.Id, Convert.ToHexString(read.Secret)).ShouldBe((key.Id, Convert.ToHexString(key.Secret)));
        key.ToString().ShouldNotContain(key.Reveal().Split('_', 3)[2]);
    }

    public void Dispose()
    {
        _folder.Dispose();
    }

    /// <summary>Puts in the place of the database what is none.</summary>
    private void TakeAway()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.EnumerateFiles(_folder.Path, SqliteDialect.FileName + "*"))
        {
            File.Delete(file);
        }

        File.WriteAllText(Database, "no database, and longer than the header of one is: " + new string('x', 200));
    }
}
