namespace Validation.Engine.Diagnosis;

/// <summary>How numbers go wrong by hand, from what tells least to what chance hardly ever does.</summary>
internal enum Slip
{
    /// <summary>None that is known.</summary>
    None,

    /// <summary>One digit is another: 34 became 39.</summary>
    OneDigit,

    /// <summary>A digit is missing: 134 became 14.</summary>
    MissingDigit,

    /// <summary>There is a digit too many: 34 became 344.</summary>
    ExtraDigit,

    /// <summary>Two neighbouring digits changed places: 34 became 43.</summary>
    SwappedDigits,

    /// <summary>What was carried in or out was not filled in.</summary>
    CarryForgotten,

    /// <summary>Two neighbouring cells changed places.</summary>
    SwappedCells,

    /// <summary>上年结转 and 结转下年度 changed places, in one column or in all.</summary>
    SwappedCarry,

    /// <summary>The numbers of a row stand one column too far to the right.</summary>
    ShiftedRight,

    /// <summary>The numbers of a row stand one column too far to the left.</summary>
    ShiftedLeft,
}
