namespace Validation.Engine.Documents.Building;

/// <summary>Follows the marks of fields. A field has an instruction, which is not read, and a result, which is. A field may stand in
/// another. An end without a beginning means nothing.</summary>
internal sealed class FieldState
{
    // Whether each open field is still in its instruction.
    private readonly Stack<bool> _fields = new();
    private int _instructions;

    /// <summary>True: the text at this place is the instruction of a field.</summary>
    public bool IsInstruction => _instructions > 0;

    /// <summary>How many fields are open, one in the other.</summary>
    public int Depth => _fields.Count;

    /// <summary>Begins a field: what follows is its instruction.</summary>
    public void Begin() => Push(true);

    /// <summary>Ends the instruction of the innermost field; its result begins.</summary>
    public void Separate()
    {
        if (_fields.Count > 0)
        {
            End();
            Push(false);
        }
    }

    public void End() => _instructions -= _fields.TryPop(out var isInstruction) && isInstruction ? 1 : 0;

    public void Clear()
    {
        _fields.Clear();
        _instructions = 0;
    }

    private void Push(bool isInstruction)
    {
        _fields.Push(isInstruction);
        _instructions += isInstruction ? 1 : 0;
    }
}
