using System.Runtime.CompilerServices;
using System.Text;

namespace Validation.Client.Tests.Support;

/// <summary>Expected outputs, one file each. Run the tests with UPDATE_FIXTURES=1 to write them anew, then read the difference.</summary>
internal static class Golden
{
    public static void ShouldMatch(string actual, string name, [CallerFilePath] string caller = "")
    {
        if (Environment.GetEnvironmentVariable("UPDATE_FIXTURES") == "1")
        {
            File.WriteAllText(Path.Combine(Root(caller), "Fixtures", name), actual, new UTF8Encoding(false));
            return;
        }

        var expected = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", name));
        actual.ShouldBe(expected);
    }

    private static string Root(string caller)
    {
        var folder = Path.GetDirectoryName(caller)!;
        while (!Directory.Exists(Path.Combine(folder, "Fixtures")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
