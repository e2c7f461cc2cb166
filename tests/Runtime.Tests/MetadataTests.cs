using Grpc.Core;

namespace Validation.Runtime.Tests;

/// <summary>The collection itself.</summary>
public sealed class MetadataTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("X-Client.Id_2", "x-client.id_2")]
    public void Key_Valid_BecomesLowerCase(string key, string expected)
    {
        new Metadata.Entry(key, "value").Key.ShouldBe(expected);
    }

    [Theory]
    [InlineData("has space")]
    [InlineData("has:colon")]
    [InlineData("中文")]
    [InlineData("line\nbreak")]
    public void Key_Invalid_Throws(string key)
    {
        Should.Throw<ArgumentException>(() => new Metadata.Entry(key, "value"));
    }

    [Fact]
    public void Key_WithBinarySuffix_TakesOnlyBytes()
    {
        Should.Throw<ArgumentException>(() => new Metadata.Entry("id-bin", "text"));
        Should.Throw<ArgumentException>(() => new Metadata.Entry("id", [1]));
        new Metadata.Entry("id-bin", [1]).IsBinary.ShouldBeTrue();
    }

    [Fact]
    public void Entry_OfBytes_KeepsItsOwnCopy()
    {
        byte[] bytes = [1, 2];
        var entry = new Metadata.Entry("id-bin", bytes);
        bytes[0] = 9;
        entry.ValueBytes[1] = 9;

        entry.ValueBytes.ShouldBe([1, 2]);
        Should.Throw<InvalidOperationException>(() => entry.Value);
    }

    [Fact]
    public void Get_KeyTwice_LastOne()
    {
        var metadata = new Metadata { { "a", "1" }, { "b", "2" }, { "A", "3" } };

        metadata.GetValue("A").ShouldBe("3");
        metadata.GetAll("a").Select(entry => entry.Value).ShouldBe(["1", "3"]);
        metadata.GetValue("none").ShouldBeNull();
        metadata.GetValueBytes("b").ShouldBe("2"u8.ToArray());
    }

    [Fact]
    public void Empty_Add_Throws()
    {
        Metadata.Empty.IsReadOnly.ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => Metadata.Empty.Add("a", "1"));
    }

    [Fact]
    public void List_InsertReplaceRemove_OrderIsKept()
    {
        var metadata = new Metadata { { "a", "1" }, { "b", "2" } };
        metadata.Insert(1, new Metadata.Entry("c", "3"));
        metadata[0] = new Metadata.Entry("d", "4");
        metadata.RemoveAt(2);

        metadata.Select(entry => entry.ToString()).ShouldBe(["[Entry: key=d, value=4]", "[Entry: key=c, value=3]"]);
        metadata.Contains(metadata[1]).ShouldBeTrue();
        metadata.Remove(metadata[0]).ShouldBeTrue();
        metadata.Clear();
        metadata.Count.ShouldBe(0);
    }
}
