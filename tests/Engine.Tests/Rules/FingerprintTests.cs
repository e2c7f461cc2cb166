using Validation.Engine.Rules;

namespace Validation.Engine.Tests.Rules;

public sealed class FingerprintTests
{
    [Fact]
    public void Of_LongWords_ThatDifferInOneRareCharacter_AreDifferent()
    {
        // Wherever the words are cut, a character of two halves is taken whole.
        foreach (var length in Enumerable.Range(240, 30))
        {
            var words = new string('文', length);

            Of(words + "𠮷").ShouldNotBe(Of(words + "𠮸"), $"behind {length} characters");
            Of(words + "𠮷").ShouldBe(Of(words + "𠮷"));
        }
    }

    private static string Of(string subject) => Fingerprint.Of("text-rule", new Match("说明") { Section = 1, Subject = subject });
}
