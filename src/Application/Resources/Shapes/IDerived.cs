namespace AchieveApex.Application.Resources.Shapes;

/// <summary>A request that the kernel makes of a module's: of one change many, or of a replacement an upsert. It needs what that one needs, and more.</summary>
internal interface IDerived
{
    /// <summary>The module's request, which carries the permission.</summary>
    object Each { get; }

    /// <summary>What is needed beside the permission of <see cref="Each"/>.</summary>
    Access AlsoNeeds => Access.None;

    /// <summary>Whether the caller has to have the right to change many records by one query.</summary>
    bool NeedsBulk => false;
}
