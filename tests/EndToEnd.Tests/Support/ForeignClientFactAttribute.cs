using Validation.Tests.Support;

namespace Validation.EndToEnd.Tests.Support;

/// <summary>A test that needs a foreign client: skipped where it is missing, unless the test command has promised it.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ForeignClientFactAttribute : FactAttribute
{
    public ForeignClientFactAttribute(string name)
    {
        Name = name;
        Skip = (name switch
        {
            "python" => ForeignClient.Python.Runtime,
            "node" => ForeignClient.Node.Runtime,
            "ruby" => ForeignClient.Ruby.Runtime,
            "typescript" => ForeignRuntime.TypeScript,
            "cpp" => ForeignRuntime.Cpp,
            "go" => ForeignRuntime.Go,
            "buf" => ForeignRuntime.Buf,
            _ => ForeignRuntime.Java,
        }).Skip;
    }

    /// <summary>python, node, ruby, typescript, cpp, go, buf or java.</summary>
    public string Name { get; }
}
