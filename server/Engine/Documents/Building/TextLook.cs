namespace Validation.Engine.Documents.Building;

/// <summary>What a format says of how text is to be seen. Null: nothing, as what is below it says.</summary>
/// <param name="IsHidden">It is not there.</param>
/// <param name="IsStruck">It is struck out, which is how people delete by hand.</param>
/// <param name="IsRaised">It is superscript.</param>
internal readonly record struct TextLook(bool? IsHidden = null, bool? IsStruck = null, bool? IsRaised = null)
{
    /// <summary>What it leaves open is as another one says.</summary>
    public TextLook Over(TextLook below) =>
        new(IsHidden ?? below.IsHidden, IsStruck ?? below.IsStruck, IsRaised ?? below.IsRaised);
}
