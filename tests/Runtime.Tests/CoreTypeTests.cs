using Grpc.Core;

namespace Validation.Runtime.Tests;

/// <summary>The plain types of Grpc.Core.</summary>
public sealed class CoreTypeTests
{
    [Fact]
    public void CallOptions_With_ChangesOneValueInACopy()
    {
        using var source = new CancellationTokenSource();
        var headers = new Metadata();
        var options = new CallOptions(headers);

        var changed = options
            .WithDeadline(DateTime.MaxValue)
            .WithCancellationToken(source.Token)
            .WithWriteOptions(WriteOptions.Default);

        options.Deadline.ShouldBeNull();
        changed.Headers.ShouldBeSameAs(headers);
        changed.Deadline.ShouldBe(DateTime.MaxValue);
        changed.CancellationToken.ShouldBe(source.Token);
        changed.WriteOptions.ShouldBeSameAs(WriteOptions.Default);
        changed.WithHeaders([]).Headers.ShouldNotBeSameAs(headers);
    }

    [Fact]
    public void Status_AsText_NamesCodeDetailAndCause()
    {
        new Status(StatusCode.NotFound, "x").ToString().ShouldBe("Status(StatusCode=\"NotFound\", Detail=\"x\")");
        new Status(StatusCode.NotFound, "x", new FormatException("why")).ToString().ShouldContain("why");
        new RpcException(new Status(StatusCode.NotFound, "x")).Message.ShouldContain("NotFound");
    }

    [Fact]
    public void StringMarshaller_Text_ComesBack()
    {
        var marshaller = Marshallers.StringMarshaller;

        marshaller.Deserializer(marshaller.Serializer("年报")).ShouldBe("年报");
    }

    [Fact]
    public void Method_OfAService_HasAPath()
    {
        var method = new Method<string, string>(
            MethodType.Unary, "a.Service", "Do", Marshallers.StringMarshaller, Marshallers.StringMarshaller);

        method.FullName.ShouldBe("/a.Service/Do");
    }

    [Fact]
    public void ServiceDefinition_SameMethodTwice_Throws()
    {
        var method = new Method<string, string>(
            MethodType.Unary, "a.Service", "Do", Marshallers.StringMarshaller, Marshallers.StringMarshaller);
        var builder = ServerServiceDefinition.CreateBuilder().AddMethod(method, Echo);

        Should.Throw<ArgumentException>(() => builder.AddMethod(method, Echo));
        static Task<string> Echo(string text, ServerCallContext context) => Task.FromResult(text);
    }

    [Fact]
    public void TestDouble_OfAClient_ThrowsWhatIsNotOverridden()
    {
        Should.Throw<NotImplementedException>(() => new Double().Unary(new Ping()));
    }

    [Fact]
    public async Task CallObject_MadeByATest_GivesItsParts()
    {
        var disposed = false;
        using (var call = new AsyncUnaryCall<Pong>(
            Task.FromResult(new Pong { Number = 3 }),
            Task.FromResult(new Metadata()),
            () => Status.DefaultSuccess,
            () => [],
            () => disposed = true))
        {
            (await call).Number.ShouldBe(3);
            (await call.ResponseHeadersAsync).ShouldBeEmpty();
            call.GetStatus().ShouldBe(Status.DefaultSuccess);
        }

        disposed.ShouldBeTrue();
    }

    [Fact]
    public void AuthContext_WithProperties_FindsThem()
    {
        var context = new AuthContext("name", new() { ["name"] = [AuthProperty.Create("name", "甲"u8.ToArray())] });

        context.IsPeerAuthenticated.ShouldBeTrue();
        context.PeerIdentity.Single().Value.ShouldBe("甲");
        context.FindPropertiesByName("other").ShouldBeEmpty();
    }

    private sealed class Double : Probe.ProbeClient;
}
