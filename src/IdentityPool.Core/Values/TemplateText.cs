namespace IdentityPools.Template;

/// <summary>What every text form of a template has in common.</summary>
public static class TemplateText
{
    /// <summary>Characters that are read at most: four times what CloudFormation takes, so that formatting does not matter.</summary>
    public const int MaximumLength = 4 * 1024 * 1024;

    /// <summary>Levels that are read at most. Real templates stay below 20.</summary>
    public const int MaximumDepth = 64;
}
